using Naru.Core.Content;

namespace Naru.Core.Conversations;

/// <summary>How what is known of a person grows.</summary>
public static class ContactMerge
{
    /// <summary>The contact with these addresses too; the same one where it has them all.</summary>
    public static Contact With(this Contact contact, IEnumerable<ContactIdentity> identities)
    {
        var added = identities.Where(identity => !contact.Identities.Contains(identity)).Distinct().ToArray();
        return added.Length == 0 ? contact : contact with { Identities = [.. contact.Identities, .. added], Version = contact.Version + 1 };
    }

    /// <summary>
    /// One contact of two, as Sinch describes it (Conversation API reference, <c>contacts:merge</c>): the one that stays takes the other's addresses on
    /// channels on which it has none, puts those channels behind its own in the order of preference, and takes what it does not say itself.
    /// </summary>
    public static Contact Merge(Contact stays, Contact goes)
    {
        var own = stays.Identities.Select(identity => identity.Channel).ToHashSet();
        var moved = goes.Identities.Where(identity => !own.Contains(identity.Channel)).ToArray();
        var merged = stays with
        {
            Identities = [.. stays.Identities, .. moved],
            Priority = Behind(stays, moved),
            DisplayName = stays.DisplayName is "" or Contact.Unknown ? goes.DisplayName : stays.DisplayName,
            Email = Either(stays.Email, goes.Email),
            ExternalId = Either(stays.ExternalId, goes.ExternalId),
            Language = stays.Language is "" or Contact.NoLanguage ? goes.Language : stays.Language,
            Metadata = Either(stays.Metadata, goes.Metadata),
            Version = stays.Version + 1,
        };
        return merged;
    }

    /// <summary>Says the same, the number of changes aside.</summary>
    public static bool SaysTheSame(this Contact one, Contact other) =>
        one.Identities.SequenceEqual(other.Identities) && one.Priority.SequenceEqual(other.Priority)
        && one with { Identities = other.Identities, Priority = other.Priority, Version = other.Version } == other;

    private static Channel[] Behind(Contact stays, ContactIdentity[] moved)
    {
        if (moved.Length == 0)
        {
            return [.. stays.Priority];
        }

        // Without an order of its own, the order of its addresses is the one that it had so far.
        IEnumerable<Channel> before = stays.Priority.Count > 0 ? stays.Priority : stays.Identities.Select(identity => identity.Channel);
        return [.. before.Concat(moved.Select(identity => identity.Channel)).Distinct()];
    }

    private static string? Either(string? own, string? other) => string.IsNullOrEmpty(own) ? other : own;
}

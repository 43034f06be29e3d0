using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>Reads the body of a POST or PATCH of a contact (contracts/sinch.md §3.6).</summary>
internal static class ContactRequestReader
{
    /// <summary>Where the contract names no limit for a text (ours).</summary>
    private const int MaxText = 255;

    private const int MaxMetadata = 1024;

    /// <summary>A contact's addresses are read with it every time (ours).</summary>
    private const int MaxIdentities = 50;

    public static ContactRequest ReadCreate(ref StrictJson json)
    {
        var request = ReadUpdate(ref json);
        json.Require(request.Identities is not null, ContactMembers.Identities);
        json.Require(request.Language is not null, ContactMembers.Language);
        return request;
    }

    public static ContactRequest ReadUpdate(ref StrictJson json)
    {
        var request = new ContactRequest();
        while (json.NextMember())
        {
            if (json.Is("channel_identities"u8))
            {
                request.Identities = ReadIdentities(ref json, Member(ContactMembers.Identities));
            }
            else if (json.Is("channel_priority"u8))
            {
                request.Priority = ReadPriority(ref json, Member(ContactMembers.Priority));
            }
            else if (json.Is("display_name"u8))
            {
                request.DisplayName = json.String(Member(ContactMembers.DisplayName), MaxText);
            }
            else if (json.Is("email"u8))
            {
                request.Email = json.String(Member(ContactMembers.Email), MaxText);
            }
            else if (json.Is("external_id"u8))
            {
                request.ExternalId = json.String(Member(ContactMembers.ExternalId), MaxText);
            }
            else if (json.Is("language"u8))
            {
                request.Language = ReadLanguage(ref json, Member(ContactMembers.Language));
            }
            else if (json.Is("metadata"u8))
            {
                request.Metadata = json.String(Member(ContactMembers.Metadata), MaxMetadata);
            }
            else
            {
                json.SkipMember();
            }
        }

        return request;

        string Member(string name)
        {
            request.Members.Add(name);
            return name;
        }
    }

    private static List<ContactIdentity>? ReadIdentities(ref StrictJson json, string name)
    {
        if (!json.BeginArray(name))
        {
            return null;
        }

        var identities = new List<ContactIdentity>();
        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                if (ReadIdentity(ref json) is { } identity && !identities.Contains(identity))
                {
                    identities.Add(identity);
                }

                json.End();
            }
        }

        json.RequireItems();
        if (identities.Count > MaxIdentities)
        {
            json.Fault($"must not have more than {MaxIdentities} items");
        }

        json.End();
        return identities;
    }

    private static ContactIdentity? ReadIdentity(ref StrictJson json)
    {
        Channel? channel = null;
        string? address = null;
        string? app = null;
        while (json.NextMember())
        {
            if (json.Is("channel"u8))
            {
                channel = json.Choice("channel", ContactChannels.Choice);
            }
            else if (json.Is("identity"u8))
            {
                address = json.String("identity", MaxText, min: 1);
            }
            else if (json.Is("app_id"u8))
            {
                app = json.String("app_id", MaxText);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(channel is not null, "channel");
        json.Require(address is not null, "identity");
        if (channel is not { } known || address is null)
        {
            return null;
        }

        var identity = Addresses.Read(known, address, app);
        if (!identity.IsUsable() && address.Length > 0 && !IsStandIn(address))
        {
            json.Fault("identity", "must be a phone number with its country code, such as 821012345678");
        }

        return identity;
    }

    private static List<Channel>? ReadPriority(ref StrictJson json, string name)
    {
        if (!json.BeginArray(name))
        {
            return null;
        }

        var channels = new List<Channel>();
        while (json.NextItem())
        {
            var channel = json.ItemChoice(ContactChannels.Choice);
            if (!channels.Contains(channel))
            {
                channels.Add(channel);
            }
        }

        json.End();
        return channels;
    }

    /// <summary>Sinch's list of languages grows: what matters is the form of the word.</summary>
    private static string? ReadLanguage(ref StrictJson json, string name)
    {
        var language = json.String(name, MaxText);
        if (language is not null && language != Contact.NoLanguage && !IsLanguage(language) && !IsStandIn(language))
        {
            json.Fault(name, "must be a language such as KO or EN_US, or UNSPECIFIED");
        }

        return language;
    }

    /// <summary>Read in place of something else, of which was complained already. A caller's own question mark is another object.</summary>
    private static bool IsStandIn(string text) => ReferenceEquals(text, StrictJson.StandIn);

    /// <summary><c>KO</c>, <c>FIL</c>, <c>EN_US</c>.</summary>
    private static bool IsLanguage(string word) => word.Split('_') switch
    {
        [var language] => IsUpper(language, 3),
        [var language, var region] => IsUpper(language, 3) && IsUpper(region, 4),
        _ => false,
    };

    private static bool IsUpper(string text, int max) => text.Length >= 2 && text.Length <= max && !text.AsSpan().ContainsAnyExceptInRange('A', 'Z');
}

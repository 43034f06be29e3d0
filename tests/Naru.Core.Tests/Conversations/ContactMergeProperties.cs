using FsCheck.Fluent;
using Naru.Core.Conversations;

namespace Naru.Core.Tests.Conversations;

public sealed class ContactMergeProperties
{
    private static readonly IReadOnlyList<(Contact Stays, Contact Goes)> s_pairs =
        (from stays in People.Any(1) from goes in People.Any(2) select (stays, goes)).Drawn(500);

    [Fact]
    public void The_one_that_stays_keeps_what_it_has()
    {
        foreach (var (stays, goes) in s_pairs)
        {
            var merged = ContactMerge.Merge(stays, goes);

            merged.Id.ShouldBe(stays.Id);
            merged.Version.ShouldBe(stays.Version + 1);
            merged.Identities.Take(stays.Identities.Count).ShouldBe(stays.Identities);
            merged.Email.ShouldBe(stays.Email ?? goes.Email);
            merged.ExternalId.ShouldBe(stays.ExternalId ?? goes.ExternalId);
            merged.Metadata.ShouldBe(stays.Metadata ?? goes.Metadata);
            merged.DisplayName.ShouldBe(stays.DisplayName is "Kim" ? "Kim" : goes.DisplayName);
            merged.Language.ShouldBe(stays.Language is "KO" ? "KO" : goes.Language);
        }
    }

    [Fact]
    public void Addresses_move_on_channels_on_which_it_had_none_and_come_last_in_the_order_of_preference()
    {
        foreach (var (stays, goes) in s_pairs)
        {
            var merged = ContactMerge.Merge(stays, goes);
            var own = stays.Identities.Select(identity => identity.Channel).ToHashSet();
            var moved = merged.Identities.Skip(stays.Identities.Count).ToArray();

            moved.ShouldBe(goes.Identities.Where(identity => !own.Contains(identity.Channel)));
            merged.Priority.ShouldBeUnique();
            merged.Priority.Take(stays.Priority.Count).ShouldBe(stays.Priority);
            moved.ShouldAllBe(identity => merged.Priority.Contains(identity.Channel));
        }
    }

    [Fact]
    public void Addresses_are_added_once()
    {
        foreach (var (contact, other) in s_pairs)
        {
            var grown = contact.With(other.Identities);

            grown.Identities.ShouldBeUnique();
            grown.Identities.ShouldBe(contact.Identities.Union(other.Identities));
            grown.With(other.Identities).ShouldBeSameAs(grown);
        }
    }
}

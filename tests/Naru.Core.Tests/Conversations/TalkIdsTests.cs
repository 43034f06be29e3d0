using Naru.Core.Conversations;
using Naru.Core.Messages;

namespace Naru.Core.Tests.Conversations;

public sealed class TalkIdsTests
{
    private static readonly MessageIdCodec s_ids = new(new byte[32]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_000_000)]
    [InlineData(MessageKey.MaxSequence)]
    public void An_id_is_made_from_the_number_alone_and_leads_back_to_it(long number)
    {
        s_ids.ReadContactId(s_ids.ContactId(number)).ShouldBe(number);
        s_ids.ReadConversationId(s_ids.ConversationId(number).ToLowerInvariant()).ShouldBe(number);
        s_ids.ContactId(number).Length.ShouldBe(26);
    }

    [Fact]
    public void Ids_sort_as_they_were_given() =>
        Enumerable.Range(1, 100).Select(i => s_ids.ContactId(i * 977L)).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);

    [Fact]
    public void An_id_of_one_kind_is_none_of_another()
    {
        s_ids.ReadContactId(s_ids.ConversationId(7)).ShouldBeNull();
        s_ids.ReadConversationId(s_ids.ContactId(7)).ShouldBeNull();
        s_ids.TryFromUlid(IdKind.Message, s_ids.ContactId(7), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("missing")]
    [InlineData("01HCNTACT00000000000000000")]
    public void What_was_never_given_out_leads_nowhere(string? text) => s_ids.ReadContactId(text).ShouldBeNull();

    [Fact]
    public void Another_time_in_an_id_of_the_same_number_makes_it_another_id() =>
        s_ids.ReadContactId(s_ids.ToUlid(IdKind.Contact, DateTimeOffset.UnixEpoch, new MessageKey(0, 7))).ShouldBeNull();
}

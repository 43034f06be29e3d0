using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;

namespace Naru.Core.Tests.Conversations;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("821012345678")]
    [InlineData("+82 10-1234-5678")]
    [InlineData("010-1234-5678")]
    [InlineData("00821012345678")]
    public void A_phone_number_is_kept_in_one_form_whatever_way_it_was_written(string written)
    {
        Addresses.Read(Channel.AlimTalk, written).ShouldBe(new ContactIdentity(Channel.AlimTalk, Recipient.FromDigits(821012345678)));
        Addresses.Read(Channel.Sms, written, "app").ShouldBe(new ContactIdentity(Channel.Sms, Recipient.FromDigits(821012345678)));
    }

    [Fact]
    public void A_chat_s_own_id_is_kept_as_it_was_given_even_where_it_looks_like_a_number()
    {
        var identity = Addresses.Read(Channel.ConsultationTalk, "+82 10-1234-5678", "app");

        identity.ShouldBe(new ContactIdentity(Channel.ConsultationTalk, Recipient.Unusable("+82 10-1234-5678"), "app"));
        identity.IsUsable().ShouldBeTrue();
        identity.Phone().ShouldBeNull();
    }

    [Fact]
    public void Brand_messages_and_notices_reach_people_under_the_same_address() =>
        Addresses.Read(Channel.BrandMessage, "01012345678").ShouldBe(Addresses.Read(Channel.AlimTalk, "821012345678"));

    [Fact]
    public void What_is_no_number_cannot_be_sent_to() => Addresses.Read(Channel.AlimTalk, "Kim").IsUsable().ShouldBeFalse();

    [Fact]
    public void Making_an_identity_normal_twice_changes_nothing()
    {
        var any =
            from channel in Gen.Elements(Enum.GetValues<Channel>())
            from text in Gen.Elements("821012345678", "010-1234-5678", "Kim", "", "+1 202 555 0123", "000", "\ud800")
            from parsed in Gen.Elements(true, false)
            from app in Gen.Elements("", "app")
            select new ContactIdentity(channel, parsed ? Recipient.Parse(text) : Recipient.Unusable(text), app);

        foreach (var identity in any.Drawn(500))
        {
            var normal = identity.Normal();
            normal.Normal().ShouldBe(normal);
            normal.ShouldBe(Addresses.Read(identity.Channel, identity.Address.Value, identity.AppId));
        }
    }
}

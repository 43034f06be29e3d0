using Naru.Core.Messages;
using Naru.Engine.Registry;

namespace Naru.Engine.Tests.Registry;

public sealed class SubscriptionTriggersTests
{
    [Fact]
    public void Every_event_of_an_app_has_exactly_one_trigger() =>
        SubscriptionTriggers.EventsOf(SubscriptionTriggers.Known).ShouldBe(
            Enum.GetValues<ReportEvent>().Where(happened => happened < ReportEvent.SenderActive && happened.Kind() == happened), ignoreOrder: true);

    [Fact]
    public void Who_is_told_how_a_message_ends_is_told_of_the_steps_that_fail()
    {
        var subscription = new Subscription("id", 1, true, null, [], [ReportEvent.Final], null);

        subscription.Wants(ReportEvent.SecondStepFailed).ShouldBeTrue();
        var other = subscription with { Events = [ReportEvent.Submitted] };
        other.Wants(ReportEvent.FirstStepFailed).ShouldBeFalse();
        other.Wants(ReportEvent.SecondStepTaken).ShouldBeTrue();
        subscription.Wants(ReportEvent.SecondStepTaken).ShouldBeFalse();
    }

    [Fact]
    public void Triggers_become_their_events_in_their_order_and_each_once() =>
        SubscriptionTriggers.EventsOf(["CONTACT_MERGE", "EVENT_INBOUND", "MESSAGE_DELIVERY", "CONTACT_MERGE"])
            .ShouldBe([ReportEvent.ContactMerged, ReportEvent.Final]);

    [Theory]
    [InlineData("MESSAGE_DELIVERY", true)]
    [InlineData("SMART_CONVERSATION", true)]
    [InlineData("SMART_CONVERSATIONS", true)]
    [InlineData("UNSPECIFIED_TRIGGER", false)]
    [InlineData("message_delivery", false)]
    [InlineData("", false)]
    public void Only_the_vendors_words_are_known(string word, bool known) => SubscriptionTriggers.IsKnown(word).ShouldBe(known);
}

using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Core.Workspaces;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>Every way in which a journey can stand or end has a stated status and error.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData(MessageState.Scheduled, 7)]
    [InlineData(MessageState.Queued, 7)]
    [InlineData(MessageState.Submitting, 7)]
    [InlineData(MessageState.Submitted, 3)]
    [InlineData(MessageState.Unknown, 3)]
    public void A_message_on_its_way_is_pending_and_without_error(MessageState state, int id)
    {
        var (status, error) = InfobipOutcome.Of(Message(state, EndReason.ResultCode, null));

        (status.Id, status.GroupName, error.Id).ShouldBe((id, "PENDING", 0));
    }

    [Theory]
    [InlineData(MessageState.Delivered, EndReason.ResultCode, 5, 0)]
    [InlineData(MessageState.Expired, EndReason.ValidityEnded, 15, 4101)]
    [InlineData(MessageState.Expired, EndReason.OutcomeUnknown, 29, 7051)]
    [InlineData(MessageState.Undelivered, EndReason.OutcomeUnknown, 29, 7051)]
    [InlineData(MessageState.Rejected, EndReason.UnusableNumber, 52, 352)]
    [InlineData(MessageState.Rejected, EndReason.UnknownSender, 13, 7084)]
    [InlineData(MessageState.Rejected, EndReason.NoCarrier, 19, 7083)]
    [InlineData(MessageState.Rejected, EndReason.UnknownTemplate, 100, 7037)]
    [InlineData(MessageState.Rejected, EndReason.MissingParameter, 100, 7008)]
    [InlineData(MessageState.Rejected, EndReason.NoAuthenticationWording, 100, 7009)]
    [InlineData(MessageState.Rejected, EndReason.NoIdentity, 52, 352)]
    [InlineData(MessageState.Rejected, EndReason.UnsupportedContent, 100, 7006)]
    [InlineData(MessageState.Rejected, EndReason.ChannelNotConfigured, 19, 7083)]
    [InlineData(MessageState.Rejected, EndReason.AdvertisingHours, 100, 7024)]
    [InlineData(MessageState.Rejected, EndReason.NeverOpen, 100, 7024)]
    [InlineData(MessageState.Cancelled, EndReason.Cancelled, 31, 4100)]
    public void A_message_that_ended_says_why(MessageState state, EndReason reason, int status, int error)
    {
        var outcome = InfobipOutcome.Of(Message(state, reason, null));

        (outcome.Status.Id, outcome.Error.Id).ShouldBe((status, error));
    }

    [Fact]
    public void A_failure_says_what_the_result_code_says()
    {
        foreach (var code in ResultCodes.All.Where(code => code.Class != ResultClass.Success))
        {
            InfobipResultMap.TryGet(code.Code, out var expected).ShouldBeTrue(code.Code);

            InfobipOutcome.Of(Message(MessageState.Undelivered, EndReason.ResultCode, code.Code)).ShouldBe(expected, code.Code);
        }
    }

    [Theory]
    [InlineData("7777")]
    [InlineData(null)]
    public void A_failure_with_a_code_that_nobody_published_is_not_delivered(string? code)
    {
        var (status, error) = InfobipOutcome.Of(Message(MessageState.Undelivered, EndReason.ResultCode, code));

        (status.Name, error.Name).ShouldBe(("UNDELIVERABLE_NOT_DELIVERED", "EC_PROVIDER_DR_ERROR"));
    }

    [Fact]
    public void A_pair_that_no_journey_ends_in_is_an_error_of_ours() =>
        Should.Throw<InvalidOperationException>(() => InfobipOutcome.Of(Message(MessageState.Delivered, EndReason.Cancelled, null)));

    /// <summary>Else the filter of the logs would look for a status in places where it never stands, and miss it where it does.</summary>
    [Fact]
    public void The_states_of_a_group_hold_every_message_that_shows_it()
    {
        foreach (var message in AllThatCanBe())
        {
            var group = InfobipOutcome.Of(message).Status.GroupName;

            InfobipOutcome.StatesOf(group).ShouldContain(message.State, $"{group}: {message.State} {message.EndReason} {message.ResultCode}");
        }
    }

    private static IEnumerable<Message> AllThatCanBe()
    {
        foreach (var state in Enum.GetValues<MessageState>().Where(state => !state.IsFinal()))
        {
            yield return Message(state, EndReason.ResultCode, null);
        }

        foreach (var code in ResultCodes.All.Where(code => code.Class != ResultClass.Success))
        {
            yield return Message(MessageState.Undelivered, EndReason.ResultCode, code.Code);
        }

        yield return Message(MessageState.Delivered, EndReason.ResultCode, "0000");
        yield return Message(MessageState.Undelivered, EndReason.ResultCode, "7777");
        yield return Message(MessageState.Undelivered, EndReason.OutcomeUnknown, null);
        yield return Message(MessageState.Expired, EndReason.ValidityEnded, null);
        yield return Message(MessageState.Expired, EndReason.OutcomeUnknown, "3005");
        foreach (var reason in Enum.GetValues<EndReason>().Except(
            [EndReason.ResultCode, EndReason.ValidityEnded, EndReason.OutcomeUnknown, EndReason.Cancelled]))
        {
            yield return Message(MessageState.Rejected, reason, null);
        }

        yield return Message(MessageState.Cancelled, EndReason.Cancelled, null);
    }

    private static Message Message(MessageState state, EndReason reason, string? code) => new()
    {
        Key = new MessageKey(0, 1),
        Workspace = new WorkspaceId(1),
        To = Recipient.Parse("821012340001"),
        Envelope = new Envelope(
            DialectName.Infobip, [new Step("simulator", "s", new AlimTalkContent("t", "x", null, [], null), TimeSpan.FromHours(1))], ReportTarget.Pull),
        AcceptedAt = DateTimeOffset.UnixEpoch,
        ExpiresAt = DateTimeOffset.UnixEpoch.AddHours(1),
        State = state,
        EndReason = reason,
        ResultCode = code,
    };
}

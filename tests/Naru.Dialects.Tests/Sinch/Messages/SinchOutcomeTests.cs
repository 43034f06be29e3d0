using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Core.Workspaces;
using Naru.Dialects.Sinch.Status;
using Naru.Tests;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>Every result code, and every other way in which a journey can end, has a stated reason in Sinch's words.</summary>
public sealed class SinchOutcomeTests
{
    public static TheoryData<string> CodesOfTheRules() =>
    [
        .. File.ReadLines(Checkout.PathOf("tests/Contracts/bizmessage-result-codes.tsv")).Where(line => line is not ['#', ..]).Select(line => line.Split('\t')[0]),
        "PHONE_OFF",
    ];

    public static TheoryData<EndReason> Reasons => [.. Enum.GetValues<EndReason>().Where(reason => reason != EndReason.ResultCode)];

    [Theory]
    [MemberData(nameof(CodesOfTheRules))]
    public void Every_result_code_of_the_rules_has_a_reason_that_Sinch_publishes(string code)
    {
        SinchResultMap.TryGet(code, out var reason).ShouldBeTrue();

        (reason is null).ShouldBe(ResultCodes.Find(code)!.Class == ResultClass.Success);
        if (reason is not null)
        {
            ShouldBePublished(reason);
            reason.Description.ShouldBe($"The underlying channel reported: {code} {ResultCodes.Find(code)!.Meaning.En}");
            SinchOutcome.Of(Message(MessageState.Undelivered, EndReason.ResultCode, code)).ShouldBe(reason);
        }
    }

    [Fact]
    public void No_code_of_the_catalogue_is_left_out() =>
        ResultCodes.All.Where(code => !SinchResultMap.TryGet(code.Code, out _)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_other_end_has_one_too(EndReason reason)
    {
        var said = SinchOutcome.Of(Message(StateOf(reason), reason, null)).ShouldNotBeNull();

        ShouldBePublished(said);
        said.Description.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("3015", "TEMPLATE_NOT_FOUND", "UNSPECIFIED_SUB_CODE")]
    [InlineData("3016", "TEMPLATE_INSUFFICIENT_PARAMETERS", "UNSPECIFIED_SUB_CODE")]
    [InlineData("3019", "RECIPIENT_NOT_REACHABLE", "UNSPECIFIED_SUB_CODE")]
    [InlineData("3020", "RECIPIENT_NOT_REACHABLE", "UNSPECIFIED_SUB_CODE")]
    [InlineData("3008", "RECIPIENT_INVALID_CHANNEL_IDENTITY", "UNSPECIFIED_SUB_CODE")]
    [InlineData("2003", "RECIPIENT_NOT_OPTED_IN", "UNSPECIFIED_SUB_CODE")]
    [InlineData("3022", "OUTSIDE_ALLOWED_SENDING_WINDOW", "UNSPECIFIED_SUB_CODE")]
    [InlineData("1003", "CHANNEL_BAD_CONFIGURATION", "UNSPECIFIED_SUB_CODE")]
    [InlineData("1021", "CHANNEL_BAD_CONFIGURATION", "INACTIVE_SENDER")]
    [InlineData("3005", "DELIVERY_TIMED_OUT", "UNSPECIFIED_SUB_CODE")]
    [InlineData("9998", "CHANNEL_FAILURE", "UNSPECIFIED_SUB_CODE")]
    [InlineData("3024", "MEDIA_TYPE_UNSUPPORTED", "ATTACHMENT_REJECTED")]
    public void A_client_that_branches_on_codes_finds_the_fitting_one(string code, string reason, string subCode)
    {
        SinchResultMap.TryGet(code, out var said).ShouldBeTrue();

        (said!.Code, said.SubCode).ShouldBe((reason, subCode));
    }

    [Theory]
    [InlineData("7777", "The underlying channel reported: 7777")]
    [InlineData(null, "The message could not be handed over to the underlying channel")]
    public void A_code_that_nobody_published_is_repeated(string? code, string description) =>
        SinchOutcome.Of(Message(MessageState.Undelivered, EndReason.ResultCode, code)).ShouldBe(new SinchReason("CHANNEL_FAILURE", description));

    [Fact]
    public void A_delivered_message_has_no_reason() => SinchOutcome.Of(Message(MessageState.Delivered, EndReason.ResultCode, "0000")).ShouldBeNull();

    [Fact]
    public void A_pair_that_no_journey_ends_in_is_an_error_of_ours() =>
        Should.Throw<InvalidOperationException>(() => SinchOutcome.Of(Message(MessageState.Delivered, EndReason.Cancelled, null)));

    private static void ShouldBePublished(SinchReason reason)
    {
        Words("code").ShouldContain(reason.Code);
        Words("sub_code").ShouldContain(reason.SubCode);
    }

    private static IEnumerable<string> Words(string member) => JsonDocument
        .Parse(File.ReadAllBytes(Checkout.PathOf("tests/Contracts/sinch/conversation-kakaotalk.subset.openapi.json"))).RootElement
        .GetProperty("components").GetProperty("schemas").GetProperty("Reason").GetProperty("properties").GetProperty(member).GetProperty("enum")
        .EnumerateArray().Select(word => word.GetString()!);

    private static MessageState StateOf(EndReason reason) => reason switch
    {
        EndReason.ValidityEnded or EndReason.OutcomeUnknown => MessageState.Expired,
        EndReason.Cancelled => MessageState.Cancelled,
        _ => MessageState.Rejected,
    };

    private static Message Message(MessageState state, EndReason reason, string? code) => new()
    {
        Key = new MessageKey(0, 1),
        Workspace = new WorkspaceId(1),
        To = Recipient.Parse("821012340001"),
        Envelope = new Envelope(
            DialectName.Sinch, [new Step("simulator", "s", new AlimTalkContent("t", "x", null, [], null), TimeSpan.FromHours(1))], ReportTarget.Subscribers),
        AcceptedAt = DateTimeOffset.UnixEpoch,
        ExpiresAt = DateTimeOffset.UnixEpoch.AddHours(1),
        State = state,
        EndReason = reason,
        ResultCode = code,
    };
}

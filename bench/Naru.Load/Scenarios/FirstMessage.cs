using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Naru.Load.Wire;

namespace Naru.Load.Scenarios;

/// <summary>
/// One message, sent and waited for: before a load, because a hundred thousand messages a second that are all rejected later
/// would make a fine and worthless figure; after a restart, to see when the gateway sends again.
/// </summary>
internal static class FirstMessage
{
    private static readonly TimeSpan OrdinaryPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromMilliseconds(2);

    /// <summary>When the message was accepted and when its report was there, in stopwatch ticks.</summary>
    public readonly record struct Moments(long AcceptedAt, long ReportedAt);

    public static async Task<Moments> SendAsync(IPEndPoint gateway, AlimPlan plan, CancellationToken cancellation, TimeSpan? patience = null)
    {
        var longest = patience ?? OrdinaryPatience;
        var request = AlimRequest.Build(gateway, plan with { Messages = 1, ClientIds = false, Report = ReportBy.Nothing });
        request.Patch(0, Stopwatch.GetTimestamp());
        using var peer = await HttpPeer.ConnectAsync(gateway, cancellation);
        await using var end = cancellation.Register(peer.Dispose);

        await peer.AskAsync(request.Bytes);
        var acceptedAt = Stopwatch.GetTimestamp();
        if (peer.Answer.Status != 200 || !SendAnswer.AllAccepted(peer.Answer.Body, 1))
            throw new ScenarioRefusedException($"the first message was not accepted: {peer.Answer.Status} {TextOf(peer.Answer)}");

        var id = MessageId(peer.Answer.Body);
        var poll = HttpPeer.Get(gateway, $"/kakao-alim/1/reports?messageId={id}", plan.ApiKey);
        while (Stopwatch.GetElapsedTime(acceptedAt) < longest)
        {
            await peer.AskAsync(poll);
            if (peer.Answer.Status != 200)
                throw new ScenarioRefusedException($"its report could not be fetched: {peer.Answer.Status} {TextOf(peer.Answer)}");
            if (peer.Answer.Body.IndexOf("\"groupName\""u8) >= 0)
                return IsDelivered(peer.Answer.Body)
                    ? new Moments(acceptedAt, Stopwatch.GetTimestamp())
                    : throw new ScenarioRefusedException(
                        $"the first message was not delivered (does --text say what the template says?): {TextOf(peer.Answer)}");
            await Task.Delay(BetweenPolls, cancellation);
        }

        throw new ScenarioRefusedException($"no report of the first message within {longest.TotalSeconds:F0} s");
    }

    private static bool IsDelivered(ReadOnlySpan<byte> body) => body.IndexOf("\"DELIVERED\""u8) >= 0;

    private static string MessageId(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var answer = JsonDocument.ParseValue(ref reader);
        return Uri.EscapeDataString(answer.RootElement.GetProperty("messages")[0].GetProperty("messageId").GetString()!);
    }

    private static string TextOf(HttpFraming answer) => Encoding.UTF8.GetString(answer.Body);
}

using Naru.Carriers.Http;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Bizgo;

/// <summary>Attempts that may have left before.</summary>
public sealed partial class BizgoCarrier
{
    /// <summary>Bizgo's clock and ours may differ by this much.</summary>
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(2);

    /// <summary>
    /// One that left alone is repeated under its own key. One that left with others is repeated with all of them, under theirs; where they are not all here any more,
    /// or the time of one is over, the history says what became of it.
    /// </summary>
    private async ValueTask<List<BizgoRequest>> RepeatAsync(IReadOnlyList<Handover> unclear, BatchAnswers answers, CancellationToken cancellationToken)
    {
        var here = unclear.ToDictionary(static handover => handover.Id);
        var done = new HashSet<AttemptId>();
        var requests = new List<BizgoRequest>();
        var asked = new List<Handover>();
        foreach (var handover in unclear)
        {
            if (!done.Add(handover.Id))
            {
                continue;
            }

            if (_store.RequestOf(handover.Id) is not { } left)
            {
                if (_clock.Now >= handover.NotAfter)
                {
                    asked.Add(handover);
                }
                else
                {
                    requests.Add(BizgoRequest.Of(_flow.Of(handover), [handover], _tag.Of));
                }
            }
            else if (left.Members.All(here.ContainsKey) && left.Members.Select(member => here[member]).ToArray() is var members
                && BizgoRequest.Of(_flow.Of(handover), members, _tag.Of) is var whole && whole.Key == left.Request && members.All(member => _clock.Now < member.NotAfter))
            {
                done.UnionWith(left.Members);
                requests.Add(whole);
            }
            else
            {
                asked.Add(handover);
            }
        }

        await AskAsync(asked, answers, cancellationToken);
        return requests;
    }

    private async ValueTask AskAsync(IReadOnlyList<Handover> unclear, BatchAnswers answers, CancellationToken cancellationToken)
    {
        if (unclear.Count == 0)
        {
            return;
        }

        var since = unclear.Min(static handover => handover.Since!.Value) - _clock.Offset - s_skew;
        var history = await _client.HistoryAsync(since, cancellationToken);
        var known = new Dictionary<AttemptId, BizgoReport>();
        foreach (var line in history ?? [])
        {
            if (_tag.Read(line.Reference) is { } attempt)
            {
                known[attempt] = line;
            }
        }

        foreach (var handover in unclear)
        {
            answers.Set(handover, known.TryGetValue(handover.Id, out var line)
                ? Answer(line)
                : history is null || _clock.Now < handover.Since + _options.AskAfter
                    ? CarrierAnswer.Unclear("the dealer could not be asked")
                    : CarrierAnswer.NotSent("the dealer never got it"));
        }
    }

    private CarrierAnswer Answer(BizgoReport line) => line switch
    {
        { ReportCode: { Length: > 0 } code } => CarrierAnswer.Done(BizgoCodes.OfReport(line.ServiceType, code), At(line), line.MessageKey),
        { ResponseCode: { Length: > 0 } code } when code != BizgoCodes.Ok => CarrierAnswer.Done(BizgoCodes.OfService(code), At(line), line.MessageKey),
        _ => CarrierAnswer.Taken(line.MessageKey),
    };

    /// <summary>By the gateway's clock, which the demo moves.</summary>
    private DateTimeOffset At(BizgoReport report) => report.At is { } at ? at.ToUniversalTime() + _clock.Offset : _clock.Now;
}

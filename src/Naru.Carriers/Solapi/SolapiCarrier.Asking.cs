using Naru.Carriers.Http;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Solapi;

/// <summary>Finding out what became of attempts that may have left before.</summary>
public sealed partial class SolapiCarrier
{
    /// <summary>Up to so many are looked for one by one; more of them in one walk over the time since.</summary>
    private const int OneByOne = 20;

    /// <summary>Solapi's clock and ours may differ by this much.</summary>
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Answers those that Solapi has, and those of which it cannot be said yet. The rest it never got: they are sent.
    /// </summary>
    private async ValueTask AskAsync(IReadOnlyList<Handover> unclear, BatchAnswers answers, CancellationToken cancellationToken)
    {
        if (unclear.Count == 0)
        {
            return;
        }

        var known = new Dictionary<AttemptId, SolapiMessage>();
        var complete = true;
        if (unclear.Count <= OneByOne)
        {
            foreach (var handover in unclear)
            {
                complete &= await CollectAsync(handover.Since!.Value, DialledNumber.Korean(handover.To), known, cancellationToken);
            }
        }
        else
        {
            complete = await CollectAsync(unclear.Min(static handover => handover.Since!.Value), null, known, cancellationToken);
        }

        var now = _clock.Now;
        foreach (var handover in unclear)
        {
            if (known.TryGetValue(handover.Id, out var message))
            {
                answers.Set(handover, SolapiCodes.IsFinal(message.StatusCode)
                    ? CarrierAnswer.Done(SolapiCodes.Table.Of(message.StatusCode), At(message), message.Id)
                    : CarrierAnswer.Taken(message.Id));
            }
            else if (!complete || now < handover.Since + _options.AskAfter)
            {
                answers.Set(handover, CarrierAnswer.Unclear("the dealer could not be asked"));
            }
        }
    }

    /// <returns>Whether all there is was read.</returns>
    private async ValueTask<bool> CollectAsync(DateTimeOffset since, string? to, Dictionary<AttemptId, SolapiMessage> known, CancellationToken cancellationToken)
    {
        var system = _clock.System.GetUtcNow();
        await foreach (var page in _client.ListAsync("CREATED", since - _clock.Offset - s_skew, system + s_skew, to, cancellationToken))
        {
            if (page is null)
            {
                return false;
            }

            foreach (var message in page)
            {
                if (_tag.Read(message.Reference) is { } attempt)
                {
                    known[attempt] = message;
                }
            }
        }

        return true;
    }

    /// <summary>By the gateway's clock, which the demo moves.</summary>
    private DateTimeOffset At(SolapiMessage message) => message.At is { } at ? at + _clock.Offset : _clock.Now;
}

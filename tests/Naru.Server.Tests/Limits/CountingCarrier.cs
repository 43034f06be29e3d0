using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Server.Tests.Limits;

/// <summary>A carrier at whose door somebody notes what comes when, in the gateway's time.</summary>
internal sealed class CountingCarrier(ICarrier carrier, GatewayClock clock) : ICarrier
{
    private readonly Lock _lock = new();
    private readonly List<(DateTimeOffset At, bool IsOtp)> _seen = [];
    private TaskCompletionSource _next = New();

    public string Name => carrier.Name;

    public CarrierTraits Traits => carrier.Traits;

    /// <summary>All so far, in order.</summary>
    public IReadOnlyList<(DateTimeOffset At, bool IsOtp)> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _seen];
            }
        }
    }

    public bool Carries(Channel channel) => carrier.Carries(channel);

    public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) => carrier.RunAsync(sink, cancellationToken);

    public async ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken)
    {
        TaskCompletionSource seen;
        lock (_lock)
        {
            var now = clock.Now;
            _seen.AddRange(batch.Select(handover => (now, handover.Step.Content is AlimTalkContent { TemplateCode: "otp_template" })));
            (seen, _next) = (_next, New());
        }

        var answers = await carrier.SubmitAsync(batch, cancellationToken);
        seen.TrySetResult();
        return answers;
    }

    /// <summary>Completes when the next batch after this call was answered.</summary>
    public Task NextAsync()
    {
        lock (_lock)
        {
            return _next.Task;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

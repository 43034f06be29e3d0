using System.Collections.Concurrent;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>A way out that answers with a result code at once, or takes a message and says nothing more.</summary>
internal sealed class ScriptedCarrier : ICarrier
{
    public string Name => "simulator";

    public CarrierTraits Traits { get; } = new(true, 100);

    /// <summary>What the next hand-overs are answered with; null = taken, and no report.</summary>
    public string? Code { get; set; } = "0000";

    public ConcurrentQueue<Handover> Handed { get; } = new();

    public bool Carries(Channel channel) => true;

    public ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken)
    {
        foreach (var handover in batch)
        {
            Handed.Enqueue(handover);
        }

        return ValueTask.FromResult<IReadOnlyList<CarrierAnswer>>(
            [.. batch.Select(_ => Code is { } code ? CarrierAnswer.Done(code, MessageHost.Start.AddSeconds(2)) : CarrierAnswer.Taken("reference"))]);
    }

    public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) => Task.CompletedTask;
}

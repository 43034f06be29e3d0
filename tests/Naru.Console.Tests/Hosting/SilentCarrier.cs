using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Hosting;

/// <summary>A way out that the pages ask only what it carries.</summary>
internal sealed class SilentCarrier(params Channel[] channels) : ICarrier
{
    public string Name => "silent";

    public CarrierTraits Traits => throw new NotSupportedException();

    public bool Carries(Channel channel) => channels.Contains(channel);

    public ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) => throw new NotSupportedException();
}

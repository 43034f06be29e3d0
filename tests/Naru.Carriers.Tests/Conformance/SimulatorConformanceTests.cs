using Naru.Carriers.Tests.Simulator;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Conformance;

public sealed class SimulatorConformanceTests : CarrierConformance
{
    private static readonly TimeSpan s_latency = TimeSpan.FromSeconds(1);

    protected override async Task<ICarrierUnderTest> OpenAsync()
    {
        var world = await SimulatorWorld.OpenAsync(options => options with { Latency = s_latency });
        world.Run();
        return new UnderTest(world);
    }

    private sealed class UnderTest(SimulatorWorld world) : ICarrierUnderTest
    {
        public ICarrier Carrier => world.Simulator;

        public Handover Text(string text) => world.Sms(text: text);

        public Handover Unusable() => world.Sms("no number");

        public Handover TooLate() => world.Sms(text: "too late") with { NotAfter = world.Clock.Now };

        public async Task<IReadOnlyList<string>> ArrivedAsync(int count)
        {
            world.Time.Advance(s_latency);
            return [.. (await world.ArrivalsAsync(count)).Select(message => message.Text)];
        }

        public void FailNextReport() => world.Reports.FailNext = new IOException("the disk is full");

        public Task DeliverAgainAsync()
        {
            world.Time.Advance(s_latency);
            return Task.CompletedTask;
        }

        public async Task<CarrierReport> NextReportAsync()
        {
            var next = world.Reports.NextAsync();
            while (!next.IsCompleted)
            {
                // Where it does not come the simulator pauses, or sleeps again: then there is more to wait for.
                var armed = world.Time.Armed;
                world.Time.Advance(s_latency);
                await Task.WhenAny(next, armed);
            }

            return await next;
        }

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}

using Naru.Carriers.Tests.Smpp;
using Naru.Engine.Ports;
using Naru.Fakes.Smsc;

namespace Naru.Carriers.Tests.Conformance;

public sealed class SmppConformanceTests : CarrierConformance
{
    protected override async Task<ICarrierUnderTest> OpenAsync() => new UnderTest(await SmppWorld.OpenAsync());

    private sealed class UnderTest(SmppWorld world) : ICarrierUnderTest
    {
        public ICarrier Carrier => world.Carrier;

        public Handover Text(string text) => world.Handover(text);

        public Handover Unusable() => world.Handover(to: "no number");

        public Handover TooLate() => world.Handover("too late", left: TimeSpan.Zero);

        public async Task<IReadOnlyList<string>> ArrivedAsync(int count) =>
            [.. (await world.Smsc.Journal.WaitAsync(SmscEvent.Taken, count, SmppWorld.Patience)).Select(SubmitTests.Text)];

        public void FailNextReport() => world.Reports.FailNext = new IOException("the disk is full");

        public async Task DeliverAgainAsync()
        {
            await world.Smsc.Journal.WaitAsync(SmscEvent.ReceiptAcknowledged, 1, SmppWorld.Patience);
            await world.Smsc.SendReceiptAsync(world.Smsc.Journal.Of(SmscEvent.Taken).Single().MessageId!, "DELIVRD", SmppWorld.Patience);
        }

        public Task<CarrierReport> NextReportAsync() => world.Reports.NextAsync();

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}

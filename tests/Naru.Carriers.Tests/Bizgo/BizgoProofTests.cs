using Microsoft.Extensions.Logging.Abstractions;
using Naru.Carriers.Bizgo;
using Naru.Carriers.Tests.Dealers;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Fakes.Bizgo;
using Naru.Fakes.Dealers;

namespace Naru.Carriers.Tests.Bizgo;

public sealed class BizgoProofTests : BizgoProof;

public sealed class BizgoOnSqliteProofTests : BizgoProof
{
    protected override bool IsOnSqlite => true;
}

public abstract class BizgoProof : DealerProof
{
    protected override string Delivered => "10000";

    protected override DealerUnderTest NewDealer() => new BizgoUnderTest();
}

internal sealed class BizgoUnderTest : DealerUnderTest
{
    private FakeBizgoOptions _options = new();
    private FakeBizgo? _fake;

    public override Journal Journal => _fake!.Journal;

    public override Faults Faults => _fake!.Faults;

    public override string NoKakaoTalk => "63019";

    public override TimeSpan? ReportAfter { set => _options.ReportAfter = value; }

    public override Func<string, string>? ResultOf { set => _options.ResultOf = value; }

    public override Uri? Webhook { set => _options.Webhook = value; }

    public FakeBizgo Fake => _fake!;

    public override async Task StartAsync()
    {
        _fake = await FakeBizgo.StartAsync(_options);
        _options = _options with { Port = _fake.Address.Port };
    }

    public override Task StopAsync() => _fake!.DisposeAsync().AsTask();

    public BizgoOptions Options(string folder) => new()
    {
        Name = Name,
        DataFolder = folder,
        Connection = Connection(_fake!.Address),
        ApiKey = _options.ApiKey,
        Results = _options.Webhook is null ? BizgoResults.Polling : BizgoResults.Webhook,
        WebhookSecret = _options.WebhookSecret,
        PollInterval = TimeSpan.FromMilliseconds(300),
        InquireAfter = TimeSpan.FromMilliseconds(700),
        AskAfter = TimeSpan.FromMilliseconds(1500),
    };

    internal override ICarrier NewCarrier(WorkspaceDirectory directory, GatewayClock clock, string folder) =>
        new BizgoCarrier(Options(folder), directory, clock, new SystemRandomSource(), NullLogger<BizgoCarrier>.Instance);

    public override ValueTask DisposeAsync() => _fake?.DisposeAsync() ?? default;
}

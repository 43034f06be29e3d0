using Microsoft.Extensions.Logging.Abstractions;
using Naru.Carriers.Solapi;
using Naru.Carriers.Tests.Dealers;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Fakes.Dealers;
using Naru.Fakes.Solapi;

namespace Naru.Carriers.Tests.Solapi;

public sealed class SolapiProofTests : SolapiProof;

public sealed class SolapiOnSqliteProofTests : SolapiProof
{
    protected override bool IsOnSqlite => true;
}

public abstract class SolapiProof : DealerProof
{
    protected override string Delivered => "4000";

    protected override DealerUnderTest NewDealer() => new SolapiUnderTest();
}

internal sealed class SolapiUnderTest : DealerUnderTest
{
    private FakeSolapiOptions _options = new();
    private FakeSolapi? _fake;

    /// <summary>All runs of the fake write into one journal.</summary>
    public override Journal Journal => _fake!.Journal;

    public override Faults Faults => _fake!.Faults;

    public override string NoKakaoTalk => "3104";

    public override TimeSpan? ReportAfter { set => _options.ReportAfter = value; }

    public override Func<string, string>? ResultOf { set => _options.ResultOf = value; }

    public override Uri? Webhook { set => _options.Webhook = value; }

    public FakeSolapi Fake => _fake!;

    public override async Task StartAsync()
    {
        _fake = await FakeSolapi.StartAsync(_options);
        _options = _options with { Port = _fake.Address.Port };
    }

    public override Task StopAsync() => _fake!.DisposeAsync().AsTask();

    public SolapiOptions Options(string folder) => new()
    {
        Name = Name,
        DataFolder = folder,
        Connection = Connection(_fake!.Address),
        ApiKey = _options.ApiKey,
        ApiSecret = _options.ApiSecret,
        WebhookSecret = _options.WebhookSecret,
        PollInterval = TimeSpan.FromMilliseconds(300),
        AskAfter = TimeSpan.FromMilliseconds(1500),
        Senders = new Dictionary<string, string> { [SenderKey] = _options.Channels.Keys.First() },
        Templates = new Dictionary<string, string> { [TemplateCode] = _options.Templates.Keys.First() },
    };

    internal override ICarrier NewCarrier(WorkspaceDirectory directory, GatewayClock clock, string folder) =>
        new SolapiCarrier(Options(folder), directory, clock, new SystemRandomSource(), NullLogger<SolapiCarrier>.Instance);

    public override ValueTask DisposeAsync() => _fake?.DisposeAsync() ?? default;
}

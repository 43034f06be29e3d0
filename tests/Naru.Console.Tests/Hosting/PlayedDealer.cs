using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Hosting;

/// <summary>A dealer's carrier of which the pages see how it stands, what it signs in with, and an import.</summary>
internal sealed class PlayedDealer : ICarrier, IDealer
{
    public string Name => "played";

    public CarrierTraits Traits => throw new NotSupportedException();

    public DealerHealth Health => new(false, null);

    public WorkspaceId? ImportedInto { get; private set; }

    public string? Failure { get; set; }

    public IReadOnlyList<CarrierCondition> Conditions =>
    [
        new("account", CarrierStanding.Up),
        new("bind 2, receiver", CarrierStanding.Down, new DateTimeOffset(2026, 11, 2, 3, 0, 0, TimeSpan.Zero), "the carrier refused the bind"),
    ];

    public IReadOnlyList<CarrierCredential> Credentials => [new("ApiSecret", IsRequired: true, IsInSettings: false), new("WebhookSecret", IsRequired: false, IsInSettings: true)];

    public bool Carries(Channel channel) => channel == Channel.AlimTalk;

    public ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<DealerImport> ImportAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        ImportedInto = workspace;
        return Failure is { } why ? throw new DealerFailedException(why) : ValueTask.FromResult(new DealerImport(1, 1, 12, 3, ["Template T9 belongs to no channel."]));
    }
}

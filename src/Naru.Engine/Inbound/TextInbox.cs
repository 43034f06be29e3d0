using Microsoft.Extensions.Logging;
using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;

namespace Naru.Engine.Inbound;

/// <summary>
/// Takes the texts that come in: each is stored once, with the pushes that tell of it, before its carrier may forget it. Who has registered the called number is
/// told: by the URL of the workspace, else from the pull queue; and its apps, by their subscriptions.
/// </summary>
/// <remarks>Nobody else writes texts, and they are taken in turns, so what a turn has read of their references stays true until its end.</remarks>
/// <param name="gateway">Looked up at the first text: the gateway has the carriers, which have this.</param>
public sealed partial class TextInbox(
    Lazy<Gateway> gateway, IInboundStore store, WorkspaceDirectory directory, TextNotices notices, GatewayMeter meter, ILogger<TextInbox> log) : IInboundSink, ITextInbox, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly PullLeases<InboundText, long> _leases = new(static text => text.Id);
    private long _lastId;

    public MessageIdCodec Ids => gateway.Value.Ids;

    public bool Takes(string to) => directory.FindNumber(to) is not null;

    public void Refused(string carrier, string to)
    {
        meter.CameIn(carrier, "unregistered", 1);
        LogNobodys(log, carrier, Recipient.Parse(to));
    }

    public async ValueTask ReceiveAsync(IReadOnlyList<InboundSms> messages, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var ofCarrier in messages.GroupBy(static message => message.Carrier, StringComparer.Ordinal))
            {
                await ReceiveAsync(ofCarrier.Key, [.. ofCarrier], cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask<PulledTexts> PullAsync(WorkspaceId workspace, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        var mine = await _leases.LeaseAsync(except => store.ReadWaitingAsync(workspace, since, except, limit, cancellationToken));
        try
        {
            // Another reader's may be among them: they are pending until it has them.
            var waiting = await store.CountWaitingAsync(workspace, since, cancellationToken);
            return new PulledTexts(mine, Math.Max(0, waiting - mine.Count), () => _leases.ConsumeAsync(mine, () => WritePulledAsync(workspace, mine)), () => _leases.GiveBack(mine));
        }
        catch
        {
            _leases.GiveBack(mine);
            throw;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask WritePulledAsync(WorkspaceId workspace, List<InboundText> texts) => await CommitAsync(
        workspace, batch => batch.InboundMarks.AddRange(texts.Select(static text => new InboundMark(text.Id, null))), []);

    private async Task ReceiveAsync(string carrier, List<InboundSms> messages, CancellationToken cancellationToken)
    {
        var known = (await store.FindReferencesAsync(carrier, [.. messages.Select(static message => message.Reference)], cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var texts = new List<(Workspace Workspace, InboundText Text)>();
        var repeated = 0;
        foreach (var message in messages)
        {
            if (!known.Add(message.Reference))
            {
                repeated++;
            }
            else if (directory.FindNumber(message.To, message.Workspace) is { } owner)
            {
                texts.Add((owner.Workspace, TextOf(message, owner.Workspace, owner.Number)));
            }
            else
            {
                Refused(carrier, message.To);
            }
        }

        foreach (var ofWorkspace in texts.GroupBy(static text => text.Workspace.Id))
        {
            await StoreAsync(ofWorkspace.First().Workspace, [.. ofWorkspace.Select(static text => text.Text)], cancellationToken);
        }

        meter.CameIn(carrier, "repeated", repeated);
        meter.CameIn(carrier, "taken", texts.Count);
    }

    private InboundText TextOf(InboundSms message, Workspace workspace, string number)
    {
        _lastId = Math.Max(_lastId + 1, gateway.Value.Opening.NextInbound);
        return new InboundText(
            _lastId, workspace.Id, message.Carrier, message.Reference, Recipient.Parse(message.From), number, message.Text, message.Parts,
            Keywords.Find(message.Text, workspace.Settings.InboundKeywords), message.At);
    }

    private async Task StoreAsync(Workspace workspace, List<InboundText> texts, CancellationToken cancellationToken)
    {
        var endpoint = workspace.Settings.InboundUrl is { } url ? await directory.EndpointIdAsync(workspace.Id, url, "application/json", cancellationToken) : 0;
        if (endpoint == 0)
        {
            texts = texts.ConvertAll(static text => text with { WaitsSince = text.At });
        }

        var told = await notices.WriteAsync(workspace, texts, endpoint, Ids, cancellationToken);
        await CommitAsync(workspace.Id, batch => batch.Inbound.AddRange(texts), told);
    }

    /// <summary>A workspace that has gone meanwhile has nothing stored: nobody is there to miss it.</summary>
    private async ValueTask CommitAsync(WorkspaceId workspace, Action<CommitBatch> write, IReadOnlyList<Machine.NoticedEvent> told)
    {
        if (await gateway.Value.CommitAsync(workspace, write, DialectName.Sinch, told, () => directory.FindWorkspace(workspace) is not null) == TalkCommit.Failed)
        {
            throw new InvalidOperationException("The store failed, or the gateway stops: the texts are not durable.");
        }
    }

    [LoggerMessage(1041, LogLevel.Warning, "Carrier {Carrier} brought a text for {Number}, which no workspace has registered; it was refused")]
    private static partial void LogNobodys(ILogger logger, string carrier, Recipient number);
}

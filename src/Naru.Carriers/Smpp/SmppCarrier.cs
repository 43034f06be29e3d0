using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Smpp.Inbound;
using Naru.Carriers.Smpp.Links;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Receipts;
using Naru.Carriers.Smpp.Storage;
using Naru.Carriers.Smpp.Submitting;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Time;
using ContentChannel = Naru.Core.Content.Channel;

namespace Naru.Carriers.Smpp;

/// <summary>
/// Text messages over SMPP 3.4, one account with its binds. A batch is drawn by all binds at once, each with its window full, and is back when every submission
/// has its answer: taken, refused, certainly not sent, or unclear where the link was lost after the write. SMPP drops no duplicates, so unclear is unclear.
/// </summary>
public sealed class SmppCarrier : ICarrier, IDisposable
{
    /// <summary>Deliveries that wait to be handled; beyond it the carrier is asked to deliver again.</summary>
    private const int MostArrivals = 10_000;

    private readonly SmppOptions _options;
    private readonly GatewayClock _clock;
    private readonly SmppStore _store;
    private readonly ReceiptDesk _receipts;
    private readonly AnswerBook _book;
    private readonly Arrivals _arrivals;
    private readonly MessageWriter _writer;
    private readonly Housekeeping _housekeeping;
    private readonly SmppBind[] _binds;
    private readonly Signal _bindMoved;

    /// <param name="inbound">Takes incoming texts; null: carriers are asked to keep them.</param>
    /// <param name="entered">The password that an operator entered, which counts at the next bind; null where none was.</param>
    public SmppCarrier(SmppOptions options, GatewayClock clock, IRandomSource random, IInboundSink? inbound, ILogger<SmppCarrier> log, Func<string?>? entered = null)
    {
        (_options, _clock) = (options, clock);
        _store = new SmppStore(options.DataFolder, options.Name);
        var queue = Channel.CreateBounded<Arrival>(new BoundedChannelOptions(MostArrivals) { SingleReader = true });
        _receipts = new ReceiptDesk(options, _store, queue.Writer, log);
        _book = new AnswerBook(options, _store, _receipts, clock, log);
        var texts = new InboundDesk(options, _store, inbound, clock, random, log);
        _arrivals = new Arrivals(options, queue, _receipts, texts, clock, log);
        _housekeeping = new Housekeeping(options, _store, texts, clock, log);
        _writer = new MessageWriter(options, (int)(random.NextDouble() * ushort.MaxValue));
        _bindMoved = new Signal(clock.System);
        _binds = [.. Commands(options).Select((command, i) => new SmppBind(i + 1, command, options, clock, random, _arrivals, () => entered?.Invoke() ?? options.Password, BindMoved, log))];
    }

    public string Name => _options.Name;

    public CarrierTraits Traits => new(Deduplicates: false, _options.MaxBatch);

    /// <summary>Raised when a bind came up or went down. Handlers must be quick and must not throw.</summary>
    public event Action? BindsMoved;

    /// <summary>How the binds stand now.</summary>
    public IReadOnlyList<SmppBindHealth> Binds => Array.ConvertAll(_binds, static bind => bind.Health);

    public IReadOnlyList<CarrierCondition> Conditions => Array.ConvertAll(_binds, static bind => ConditionOf(bind.Health));

    public IReadOnlyList<CarrierCredential> Credentials => [new(nameof(SmppOptions.Password), IsRequired: false, _options.Password.Length > 0)];

    public bool Carries(ContentChannel channel) => channel == ContentChannel.Sms;

    public async ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken)
    {
        var handout = HandoutOf(batch);
        if (handout.IsEmpty)
        {
            return handout.Answers;
        }

        await WaitForABindAsync(cancellationToken);
        _receipts.BatchLeaves();
        await Task.WhenAll(_binds.Select(bind => Carry(bind, handout, cancellationToken)));
        handout.GiveBack(_binds.Any(static bind => bind.Link is not null) ? "the carrier asked for patience" : "no bind to the carrier is up");
        if (cancellationToken.IsCancellationRequested)
        {
            handout.Abandon("the gateway stopped");
        }

        await using (cancellationToken.Register(() => handout.Abandon("the gateway stopped")))
        {
            await handout.Settled;
        }

        await _receipts.BatchIsBackAsync();
        return handout.Answers;
    }

    public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. _binds.Select(bind => bind.RunAsync(cancellationToken)),
        _arrivals.RunAsync(sink, cancellationToken),
        _housekeeping.RunAsync(cancellationToken),
    ]);

    public void Dispose() => _store.Dispose();

    private static CarrierCondition ConditionOf(SmppBindHealth bind) => new(
        $"bind {bind.Number}, {bind.Role}", !bind.IsUp ? CarrierStanding.Down : bind.IsPausing ? CarrierStanding.Pausing : CarrierStanding.Up, bind.Since, bind.Trouble);

    private static IEnumerable<SmppCommand> Commands(SmppOptions options) => Enumerable.Range(0, options.Binds).SelectMany(_ => options.Bind == BindKind.Transceiver
        ? (SmppCommand[])[SmppCommand.BindTransceiver]
        : [SmppCommand.BindTransmitter, SmppCommand.BindReceiver]);

    private void BindMoved()
    {
        _bindMoved.Set();
        BindsMoved?.Invoke();
    }

    private Task Carry(SmppBind bind, Handout handout, CancellationToken cancellationToken) => bind is { Sends: true, Link: { } link }
        ? new Carriage(link, bind.Pause, handout, _options, _clock.System, _book).RunAsync(cancellationToken)
        : Task.CompletedTask;

    private Handout HandoutOf(IReadOnlyList<Handover> batch)
    {
        var now = _clock.Now;
        var handout = new Handout(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var parts = _writer.Write(batch[i], now, out var refusal);
            if (refusal is not null)
            {
                handout.Answer(i, CarrierAnswer.Done(refusal, now));
            }
            else
            {
                handout.Add(new Delivery(i, batch[i], parts, _clock, handout.Take));
            }
        }

        return handout;
    }

    /// <summary>
    /// Waits a little where no bind is up or all pause: the engine holds the rest back meanwhile, which is cheaper than to hand everything out and take it back.
    /// </summary>
    private async Task WaitForABindAsync(CancellationToken cancellationToken)
    {
        var began = _clock.System.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            TimeSpan? shortest = null;
            foreach (var bind in _binds)
            {
                if (bind is { Sends: true, Link: not null } && (shortest is null || bind.Pause.Left < shortest))
                {
                    shortest = bind.Pause.Left;
                }
            }

            var left = _options.Patience - _clock.System.GetElapsedTime(began);
            if (shortest == TimeSpan.Zero || left <= TimeSpan.Zero)
            {
                return;
            }

            await _bindMoved.WaitAsync(shortest < left ? shortest.Value : left, cancellationToken);
        }
    }
}

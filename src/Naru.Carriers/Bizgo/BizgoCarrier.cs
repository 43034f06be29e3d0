using Microsoft.Extensions.Logging;
using Naru.Carriers.Http;
using Naru.Carriers.Http.Storage;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Bizgo;

/// <summary>AlimTalk, SMS and LMS through Infobank Bizgo.</summary>
/// <remarks>
/// Bizgo drops a request whose idempotency key it knows, for a day. The key is a request's, not a recipient's: one that held several attempts is written down
/// before it leaves and repeated only as the whole it was; where that is not possible any more, the history is asked. Messages of equal content share a request, the
/// others have one each: Bizgo counts recipients, not requests.
/// </remarks>
public sealed partial class BizgoCarrier : ICarrier, ICarrierWebhook, IDealer, IDisposable
{
    /// <summary>Requests of a round under way at once.</summary>
    private const int SideBySide = 32;

    private readonly BizgoOptions _options;
    private readonly WorkspaceDirectory _directory;
    private readonly GatewayClock _clock;
    private readonly ILogger<BizgoCarrier> _log;
    private readonly DealerStore _store;
    private readonly DealerSecrets _secrets;
    private readonly BizgoClient _client;
    private readonly BizgoFlow _flow;
    private readonly AttemptTag _tag;
    private readonly ReportInbox _inbox = new();

    public BizgoCarrier(BizgoOptions options, WorkspaceDirectory directory, GatewayClock clock, IRandomSource random, ILogger<BizgoCarrier> log)
    {
        (_options, _directory, _clock, _log) = (options, directory, clock, log);
        _store = new DealerStore(options.DataFolder, options.Name, bytes => random.Fill(bytes));
        _secrets = new DealerSecrets(options.Name, directory, (nameof(options.ApiKey), true, options.ApiKey), (nameof(options.WebhookSecret), false, options.WebhookSecret));
        _client = new BizgoClient(options, _secrets, clock.System, log);
        _flow = new BizgoFlow(options, directory);
        _tag = new AttemptTag(_store.Key);

        // A minute before Bizgo forgets a key it is not relied on any more.
        Traits = new CarrierTraits(Deduplicates: true, MaxBatch: options.BatchSize) { DeduplicatesFor = options.IdempotencyTtl - TimeSpan.FromMinutes(1) };
    }

    public string Name => _options.Name;

    public CarrierTraits Traits { get; }

    public DealerHealth Health => _client.Health;

    public IReadOnlyList<CarrierCondition> Conditions => _secrets.Conditions(Health);

    public IReadOnlyList<CarrierCredential> Credentials => _secrets.Credentials;

    public bool Carries(Channel channel) => channel is Channel.AlimTalk or Channel.Sms;

    public async ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken)
    {
        var answers = new BatchAnswers(batch);
        var sendable = answers.Sendable(_clock.Now);
        await SendAllAsync(await RepeatAsync([.. sendable.Where(static handover => handover.Since is not null)], answers, cancellationToken), answers, cancellationToken);
        foreach (var round in Rounds.Of(sendable.Where(static handover => handover.Since is null)))
        {
            await SendAllAsync(Fresh(round), answers, cancellationToken);
        }

        Wait(sendable, answers);
        return answers.All();
    }

    public void Dispose()
    {
        _client.Dispose();
        _store.Dispose();
    }

    /// <summary>First hand-overs: those of equal flow together. Requests of several are written down before any leaves.</summary>
    private List<BizgoRequest> Fresh(IReadOnlyList<Handover> round)
    {
        var requests = new List<BizgoRequest>();
        foreach (var (flow, members) in round.GroupBy(_flow.Of, StringComparer.Ordinal).Select(static same => (same.Key, same.ToArray())))
        {
            requests.Add(BizgoRequest.Of(flow, members, _tag.Of));
        }

        foreach (var request in requests.Where(static request => request.Members.Count > 1))
        {
            _store.Together(request.Key, [.. request.Members.Select(static member => member.Id)], _clock.System.GetUtcNow());
        }

        return requests;
    }

    private Task SendAllAsync(IReadOnlyList<BizgoRequest> requests, BatchAnswers answers, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        requests, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
        (request, token) => SendAsync(request, answers, token));

    private async ValueTask SendAsync(BizgoRequest request, BatchAnswers answers, CancellationToken cancellationToken)
    {
        var again = request.Members[0].Since is not null;
        var reply = await _client.SendAsync(request.Members.Count, () => InTime(request), cancellationToken);
        var answer = BizgoAnswer.Read(reply);
        if (reply.Kind == DealerReplyKind.NotSent)
        {
            // This time nothing left; of the first time nobody knows.
            SetAll(request, answers, again ? CarrierAnswer.Unclear(reply.Note!) : CarrierAnswer.NotSent(reply.Note!));
        }
        else if (reply.IsSuccess && answer.IsOk)
        {
            Take(request, answer, answers);
        }
        else if (reply.Kind == DealerReplyKind.Unclear || reply.IsOutage || answer.Service is { } code && BizgoCodes.IsUnclear(code))
        {
            SetAll(request, answers, CarrierAnswer.Unclear(reply.Note ?? $"the dealer answered {(int?)reply.Status} {answer.Service}"));
        }
        else if (answer.Service == BizgoCodes.TooMany)
        {
            SetAll(request, answers, again ? CarrierAnswer.Unclear("the dealer is busy") : CarrierAnswer.NotSent("the dealer is busy"));
        }
        else if (answer.Service == BizgoCodes.Repeated)
        {
            SetAll(request, answers, CarrierAnswer.Taken(null));
        }
        else
        {
            var status = (int?)reply.Status ?? 0;
            Refused(_log, Name, status, answer.Gateway ?? "no code", answer.Service ?? "no code", request.Members.Count);
            SetAll(request, answers, CarrierAnswer.Done(answer.Service is { } service && service != BizgoCodes.Ok ? BizgoCodes.OfService(service) : BizgoCodes.OfGateway(status), _clock.Now));
        }
    }

    /// <summary>Each recipient has a code of its own. One that is not mentioned is unclear.</summary>
    private void Take(BizgoRequest request, BizgoAnswer answer, BatchAnswers answers)
    {
        var told = new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal);
        foreach (var destination in BizgoJson.List(answer.Result, "destinations"))
        {
            if (DealerJson.Text(destination, "to") is { } to)
            {
                told[to] = destination;
            }
        }

        foreach (var member in request.Members)
        {
            if (!told.TryGetValue(DialledNumber.Korean(member.To)!, out var destination) || DealerJson.Text(destination, "code") is not { } code)
            {
                continue;
            }

            answers.Set(member, code switch
            {
                BizgoCodes.Ok => CarrierAnswer.Taken(DealerJson.Text(destination, "msgKey")),
                BizgoCodes.Repeated => CarrierAnswer.Taken(null),
                _ when BizgoCodes.IsUnclear(code) => CarrierAnswer.Unclear($"the dealer answered {code}"),
                _ => CarrierAnswer.Done(BizgoCodes.OfService(code), _clock.Now),
            });
        }
    }

    /// <summary>
    /// The body, when nothing but the socket is left. A request is one thing under one key: where the time of one member is over, the others do not leave either, and come
    /// back without it.
    /// </summary>
    private ReadOnlyMemory<byte>? InTime(BizgoRequest request)
    {
        var now = _clock.Now;
        return request.Members.Any(member => now >= member.NotAfter)
            ? null
            : _flow.Request(request.Flow, [.. request.Members.Select(member => (DialledNumber.Korean(member.To)!, _tag.Of(member)))], request.Key);
    }

    /// <summary>What was taken waits for its report, over restarts.</summary>
    private void Wait(IReadOnlyList<Handover> sendable, BatchAnswers answers)
    {
        if (_options.Results == BizgoResults.Webhook)
        {
            var now = _clock.System.GetUtcNow();
            _store.Wait([.. answers.Of(AnswerKind.Taken, sendable).Select(taken => new WaitingAttempt(taken.Handover.Id, taken.Answer.Reference, now))]);
        }
    }

    private static void SetAll(BizgoRequest request, BatchAnswers answers, CarrierAnswer answer)
    {
        foreach (var member in request.Members)
        {
            answers.Set(member, answer);
        }
    }

    [LoggerMessage(5221, LogLevel.Error, "Carrier {Carrier}: Bizgo refused a request with {Status} {Gateway} {Service}; {Messages} messages failed")]
    private static partial void Refused(ILogger logger, string carrier, int status, string gateway, string service, int messages);
}

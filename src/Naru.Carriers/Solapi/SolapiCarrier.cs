using Microsoft.Extensions.Logging;
using Naru.Carriers.Http;
using Naru.Carriers.Http.Storage;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Solapi;

/// <summary>AlimTalk, SMS and LMS through Solapi.</summary>
/// <remarks>
/// Solapi drops no repetitions: what may have left before is looked for in its list, by our reference in the message's custom fields, and sent only when it is
/// not there <see cref="SolapiOptions.AskAfter"/> later. Results come by webhook, and in any case by polling the list from a cursor that outlives a restart.
/// </remarks>
public sealed partial class SolapiCarrier : ICarrier, ICarrierWebhook, IDealer, IDisposable
{
    private readonly SolapiOptions _options;
    private readonly WorkspaceDirectory _directory;
    private readonly GatewayClock _clock;
    private readonly ILogger<SolapiCarrier> _log;
    private readonly DealerStore _store;
    private readonly DealerSecrets _secrets;
    private readonly SolapiClient _client;
    private readonly SolapiNames _names;
    private readonly SolapiMessages _messages;
    private readonly AttemptTag _tag;
    private readonly ReportInbox _inbox = new();

    public SolapiCarrier(SolapiOptions options, WorkspaceDirectory directory, GatewayClock clock, IRandomSource random, ILogger<SolapiCarrier> log)
    {
        (_options, _directory, _clock, _log) = (options, directory, clock, log);
        _store = new DealerStore(options.DataFolder, options.Name, bytes => random.Fill(bytes));
        _secrets = new DealerSecrets(options.Name, directory, (nameof(options.ApiKey), true, options.ApiKey), (nameof(options.ApiSecret), true, options.ApiSecret), (nameof(options.WebhookSecret), false, options.WebhookSecret));
        _client = new SolapiClient(options, _secrets, clock.System, random, log);
        _names = new SolapiNames(options, _store);
        _messages = new SolapiMessages(_names.PfIdOf, _names.TemplateIdOf, handover => SolapiVariables.Of(directory, handover));
        _tag = new AttemptTag(_store.Key);
        Traits = new CarrierTraits(Deduplicates: true, MaxBatch: options.BatchSize) { AskAfter = options.AskAfter };
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
        await AskAsync([.. sendable.Where(static handover => handover.Since is not null)], answers, cancellationToken);
        foreach (var round in Rounds.Of(sendable.Where(handover => !answers.Has(handover))))
        {
            await SendAsync(round, answers, cancellationToken);
        }

        return answers.All();
    }

    public void Dispose()
    {
        _client.Dispose();
        _store.Dispose();
    }

    /// <summary>One request; where it is refused as a whole, its halves, so that one message that Solapi cannot read does not take the others with it.</summary>
    private async ValueTask SendAsync(IReadOnlyList<Handover> round, BatchAnswers answers, CancellationToken cancellationToken)
    {
        IReadOnlyList<Handover> sent = [];
        SolapiAddress[] addresses = [];
        var reply = await _client.SendAsync(
            () =>
            {
                sent = InTime(round, answers);
                addresses = [.. sent.Select(handover => new SolapiAddress(DialledNumber.Korean(handover.To)!, _tag.Of(handover)))];
                return sent.Count == 0 ? null : _messages.Body(sent, addresses);
            },
            cancellationToken);
        if (sent.Count == 0)
        {
            return;
        }

        var status = (int?)reply.Status ?? 0;
        if (reply.IsSuccess && DealerJson.Parse(reply.Body) is { ValueKind: System.Text.Json.JsonValueKind.Object } answer)
        {
            Take(sent, addresses, answer, answers);
        }
        else if (reply.Kind == DealerReplyKind.NotSent)
        {
            NotSent(sent, reply.Note!, answers);
        }
        else if (reply.Kind == DealerReplyKind.Answered && status is >= 400 and < 500)
        {
            if (status == 400 && sent.Count > 1)
            {
                await SendAsync([.. sent.Take(sent.Count / 2)], answers, cancellationToken);
                await SendAsync([.. sent.Skip(sent.Count / 2)], answers, cancellationToken);
                return;
            }

            var error = DealerJson.Parse(reply.Body) is { } body ? DealerJson.Text(body, "errorCode") : null;
            Refused(_log, Name, status, error ?? "no code", sent.Count);
            SetAll(sent, answers, CarrierAnswer.Done(SolapiCodes.OfError(status, error), _clock.Now));
        }
        else
        {
            SetAll(sent, answers, CarrierAnswer.Unclear(reply.Note ?? $"the dealer answered {status}"));
        }
    }

    /// <summary>Solapi says which it did not take; all others it took.</summary>
    private void Take(IReadOnlyList<Handover> sent, SolapiAddress[] addresses, System.Text.Json.JsonElement answer, BatchAnswers answers)
    {
        var failed = Index(SolapiJson.Messages(answer, "failedMessageList"));
        var taken = Index(SolapiJson.Messages(answer, "messageList"));
        foreach (var (handover, address) in sent.Zip(addresses))
        {
            if (Find(failed, address) is { } refused)
            {
                answers.Set(handover, CarrierAnswer.Done(SolapiCodes.Table.Of(refused.StatusCode), _clock.Now, refused.Id));
            }
            else
            {
                answers.Set(handover, CarrierAnswer.Taken(Find(taken, address)?.Id));
            }
        }
    }

    /// <summary>By our reference, and by the number where an answer leaves that out: no number stands twice in a request.</summary>
    private static Dictionary<string, SolapiMessage> Index(IEnumerable<SolapiMessage> messages)
    {
        var index = new Dictionary<string, SolapiMessage>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            if ((message.Reference ?? message.To) is { } key)
            {
                index[key] = message;
            }
        }

        return index;
    }

    private static SolapiMessage? Find(Dictionary<string, SolapiMessage> index, SolapiAddress address) =>
        index.Count == 0 ? null : index.GetValueOrDefault(address.Reference) ?? index.GetValueOrDefault(address.To);

    /// <summary>Checked when nothing but the socket is left.</summary>
    private Handover[] InTime(IReadOnlyList<Handover> round, BatchAnswers answers)
    {
        var now = _clock.Now;
        NotSent([.. round.Where(handover => now >= handover.NotAfter)], "its time was over", answers);
        return [.. round.Where(handover => now < handover.NotAfter)];
    }

    private static void NotSent(IEnumerable<Handover> handovers, string note, BatchAnswers answers) => SetAll(handovers, answers, CarrierAnswer.NotSent(note));

    private static void SetAll(IEnumerable<Handover> handovers, BatchAnswers answers, CarrierAnswer answer)
    {
        foreach (var handover in handovers)
        {
            answers.Set(handover, answer);
        }
    }

    [LoggerMessage(5211, LogLevel.Error, "Carrier {Carrier}: Solapi refused a request with {Status} {ErrorCode}; {Messages} messages failed")]
    private static partial void Refused(ILogger logger, string carrier, int status, string errorCode, int messages);
}

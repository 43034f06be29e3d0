using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Tests.Simulation;

namespace Naru.Engine.Tests.Machine;

/// <summary>The machine on a workbench: every commit, read and answer comes when the test says so.</summary>
internal sealed class MachineBench
{
    public static readonly WorkspaceId Workspace = new(1);

    private readonly Dictionary<string, CarrierTraits> _carriers;
    private readonly EngineSettings _settings;

    public MachineBench(EngineSettings? settings = null, Dictionary<string, CarrierTraits>? carriers = null)
    {
        _settings = settings ?? new EngineSettings();
        _carriers = carriers ?? new Dictionary<string, CarrierTraits> { ["kakao"] = new(true, 100), ["mobile"] = new(false, 100) };
        Machine = Open();
    }

    public SimulatedDisk Disk { get; } = new();

    public GatewayMachine Machine { get; private set; }

    public EngineCommands Commands { get; } = new();

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public Dictionary<int, WebhookEndpoint> Endpoints { get; } = new()
    {
        [1] = new WebhookEndpoint(1, Workspace, "http://subscriber/1", "application/json", DateTimeOffset.UnixEpoch),
    };

    /// <summary>The limit of every app.</summary>
    public int? WebhooksPerSecond { get; set; }

    /// <summary>The process dies and comes back: only what was committed is left.</summary>
    public void Restart()
    {
        Commands.Clear();
        Machine = Open();
    }

    public MachineBench Tell(EngineEvent happened)
    {
        Machine.Handle(happened, Now, Commands);
        return this;
    }

    public MachineBench Order()
    {
        Machine.Order(Now, Commands);
        return this;
    }

    /// <summary>The flush in flight becomes durable, and the machine is told.</summary>
    public MachineBench Commit()
    {
        var outcome = Disk.Commit(TakeCommit());
        return Tell(new EngineEvent.Committed(outcome)).Order();
    }

    public CommitBatch TakeCommit()
    {
        var batch = Commands.Commit.ShouldNotBeNull("Nothing to commit.");
        Commands.Commit = null;
        return batch;
    }

    /// <summary>Commits and reads until nothing is left to do now.</summary>
    public MachineBench Settle()
    {
        Order();
        while (Commands.Commit is not null || Commands.LaneReads.Count > 0 || Commands.Loads.Count > 0 || Commands.BulkLoads.Count > 0 || Commands.PushReads.Count > 0)
        {
            if (Commands.Commit is not null)
            {
                Commit();
            }

            foreach (var order in Take(Commands.LaneReads))
            {
                Tell(Read(order));
            }

            if (Commands.Loads.Count > 0)
            {
                var keys = Take(Commands.Loads);
                Tell(new EngineEvent.Loaded(keys, Disk.Load(keys)));
            }

            if (Commands.BulkLoads.Count > 0)
            {
                Tell(new EngineEvent.BulksLoaded(Disk.LoadBulks(Take(Commands.BulkLoads))));
            }

            foreach (var order in Take(Commands.PushReads))
            {
                Tell(Read(order));
            }

            Order();
        }

        return this;
    }

    public EngineEvent.LaneRead Read(LaneOrder order) =>
        new(order.Lane, Disk.ReadLane(order.Lane, order.Until, order.After, order.Limit), order.Recovery);

    public EngineEvent.PushesRead Read(PushReadOrder order)
    {
        var pushes = Disk.ReadPushes(order.EndpointId, order.Until, order.Limit);
        return new EngineEvent.PushesRead(order.EndpointId, pushes, pushes.Count == order.Limit);
    }

    public SubmissionTicket Submit(params SubmittedMessage[] messages) => Submit(new Submission { Workspace = Workspace, Messages = messages });

    public SubmissionTicket Submit(Submission submission)
    {
        var ticket = new SubmissionTicket(submission);
        Tell(new EngineEvent.Submitted(ticket));
        return ticket;
    }

    /// <summary>The carrier answers the batch it was handed.</summary>
    public MachineBench Answer(CarrierOrder order, params CarrierAnswer[] answers) =>
        Tell(new EngineEvent.CarrierAnswered(order.Carrier, answers.Length == order.Messages.Count ? answers : [.. Enumerable.Repeat(answers[0], order.Messages.Count)]));

    public ReportTicket Report(MessageKey key, string code, int attempt = 1)
    {
        var ticket = new ReportTicket([new CarrierReport(new AttemptId(key, attempt), code, Now)]);
        Tell(new EngineEvent.Reported(ticket));
        return ticket;
    }

    public static SubmittedMessage Message(
        string carrier = "kakao", long to = 821012345678, ReportTarget? reports = null, string? clientId = null, TimeSpan? validity = null,
        MessageClass urgency = MessageClass.Standard, int app = 0) =>
        new(Recipient.FromDigits(to), Envelope([carrier], reports, app), clientId, validity, urgency);

    public static Envelope Envelope(IEnumerable<string> carriers, ReportTarget? reports = null, int app = 0) => new(
        DialectName.Infobip,
        [.. carriers.Select(c => new Step(c, "sender", new AlimTalkContent("code", "text", null, [], null), TimeSpan.FromHours(1)))],
        reports ?? ReportTarget.Pull,
        App: app);

    public static List<T> Take<T>(List<T> list)
    {
        var taken = list.ToList();
        list.Clear();
        return taken;
    }

    private GatewayMachine Open() => new(
        _settings, Disk.Open(), Disk.OpenLanes(), Disk.OpenPushes(), _carriers,
        new GatewayLookups(static (_, step) => step.Sender == "sender", id => Endpoints.GetValueOrDefault(id))
        {
            Subscribers = (app, happened) => [.. Endpoints.Values.Where(e => e.Subscription?.App == app && e.Subscription.Wants(happened))],
            NoticeOf = static (news, _) => (DialectName.Sinch, $"{news.PublicId} {news.After}"),
            AlarmNoticeOf = news => ($"{news.Event} {news.Alarm.Key.Code}", [.. Endpoints.Values.Where(e => e.Subscription is { IsOfAlarms: true })]),
            WebhooksPerSecond = _ => WebhooksPerSecond,
            ItemsPerRequest = static dialect => dialect is DialectName.Sinch or DialectName.Naru ? 1 : Push.MaxItems,
        },
        Now,
        Disk.BulksOf(Disk.OpenLanes()));
}

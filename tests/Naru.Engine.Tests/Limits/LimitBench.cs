using Naru.Core.Messages;
using Naru.Engine.Intake;
using Naru.Engine.Limits;
using Naru.Engine.Machine;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Limits;

/// <summary>The machine with limits on a workbench; time goes from one instant at which something is to be done to the next.</summary>
internal sealed class LimitBench
{
    private readonly List<AppAllowance> _apps = [];

    public LimitBench(int? kakao = null, EngineSettings? settings = null, int maxBatch = 100)
    {
        settings ??= new EngineSettings();
        Bench = new MachineBench(
            kakao is { } rate ? settings with { CarriersPerSecond = new Dictionary<string, int> { ["kakao"] = rate } } : settings,
            new Dictionary<string, CarrierTraits> { ["kakao"] = new(true, maxBatch), ["mobile"] = new(false, maxBatch) });
    }

    public MachineBench Bench { get; }

    public List<(DateTimeOffset At, Message Message)> HandedOver { get; } = [];

    /// <summary>Rows that were read out of lanes.</summary>
    public int RowsRead { get; private set; }

    public CarrierAnswer Answer { get; set; } = CarrierAnswer.Done("0000", DateTimeOffset.UnixEpoch);

    public void Limit(int app, int? perSecond = null, int? maxQueued = null, int workspace = 1)
    {
        _apps.RemoveAll(a => a.App == app);
        if (perSecond is not null || maxQueued is not null)
        {
            _apps.Add(new AppAllowance(app, new Core.Workspaces.WorkspaceId(workspace), perSecond, maxQueued));
        }

        TellLimits();
    }

    public void Restart()
    {
        Bench.Restart();
        TellLimits();
    }

    public SubmissionTicket[] Submit(int count, MessageClass urgency = MessageClass.Standard, int app = 0, int workspace = 1, string carrier = "kakao") =>
    [
        .. Enumerable.Range(0, count).Select(i => Bench.Submit(new Submission
        {
            Workspace = new Core.Workspaces.WorkspaceId(workspace),
            Messages = [MachineBench.Message(carrier, to: 821000000000 + i, urgency: urgency, app: app)],
        })),
    ];

    /// <summary>Plays on for a while. Carriers answer at once; a commit takes a millisecond.</summary>
    public void Play(TimeSpan length, Action? everyMillisecond = null)
    {
        for (var end = Bench.Now + length; Bench.Now < end; Bench.Now += TimeSpan.FromMilliseconds(1))
        {
            everyMillisecond?.Invoke();
            Turn();
        }
    }

    public void Turn()
    {
        Bench.Order();
        for (var again = true; again;)
        {
            again = false;
            foreach (var read in MachineBench.Take(Bench.Commands.LaneReads))
            {
                var page = Bench.Read(read);
                RowsRead += page.Page.Messages.Count;
                Bench.Tell(page).Order();
                again = true;
            }

            if (Bench.Commands.Commit is not null)
            {
                Bench.Commit();
                again = true;
            }

            foreach (var order in MachineBench.Take(Bench.Commands.Submits))
            {
                HandedOver.AddRange(order.Messages.Select(m => (Bench.Now, m)));
                Bench.Answer(order, Answer).Order();
                again = true;
            }
        }
    }

    private void TellLimits() => Bench.Tell(new EngineEvent.LimitsChanged([.. _apps]));
}

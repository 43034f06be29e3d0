using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Naru.Core.Alarms;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Alarms;

/// <summary>
/// Sends staff a message about alarms, by the same way as every message. It bears <see cref="DialectName.Naru"/>: when it fails, that is an alarm of its own kind, of which nobody
/// is sent a message.
/// </summary>
public sealed partial class StaffTeller(
    StaffMessages staff, IAlarms alarms, IGateway gateway, WorkspaceDirectory directory, GatewayClock clock, ILogger<StaffTeller> log) : IBackgroundPump
{
    private static readonly TimeSpan s_validity = TimeSpan.FromHours(1);

    private readonly WakeLoop _loop = new(clock);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        alarms.Changed += _loop.Wake;
        try
        {
            await _loop.RunAsync(TurnAsync, failure => TurnFailed(log, failure), cancellationToken);
        }
        finally
        {
            alarms.Changed -= _loop.Wake;
        }
    }

    private async ValueTask<DateTimeOffset?> TurnAsync(CancellationToken cancellationToken)
    {
        var turn = StaffTurn.Of(alarms.All, IsTold, clock.Now);
        if (turn.Due is not [var first, ..])
        {
            return turn.Next;
        }

        var steps = new List<AlarmStep> { new AlarmStep.Told([.. turn.Due.Select(static alarm => alarm.Id)]) };
        if (directory.FindWorkspace(staff.Workspace) is not { } workspace)
        {
            steps.Add(new AlarmStep.Raise(new AlarmKey(AlarmKind.StaffMessageFailed, AlarmKey.Installation, staff.Sender, "UnknownWorkspace"), "Naru:Alarms:Staff:Workspace names none"));
        }
        else if (await gateway.SubmitAsync(SubmissionOf(workspace, first, turn.Due.Count - 1), cancellationToken) is { Kind: not (SubmissionResultKind.Stored or SubmissionResultKind.Replayed) } refused)
        {
            NotTaken(log, refused.Kind);
            return _loop.AfterFailure;
        }

        // Should this be lost, the same key is handed in again, and drops out.
        return await alarms.TakeAsync(steps, cancellationToken) ? clock.Now : _loop.AfterFailure;
    }

    /// <summary>Workspaces of test suites come and go: nobody is woken for them.</summary>
    private bool IsTold(AlarmKey key) => directory.FindWorkspace(key.Workspace)?.Kind != WorkspaceKind.Disposable;

    private Submission SubmissionOf(Workspace workspace, Alarm first, int others)
    {
        var text = AlarmText.Of(first, AlarmSubject.Of(first, directory));
        var line = (staff.InEnglish ? text.En : text.Ko) + (others == 0 ? "" : staff.InEnglish ? $", and {others} more" : $" 외 {others}건");
        var (sender, content, refusal) = staff.Template is { } code ? AlimTalk(workspace, code, first, line) : (staff.Sender, new SmsContent($"[Naru] {line}", null), EndReason.ResultCode);
        var envelope = new Envelope(DialectName.Naru, [Step.ByRoutes(sender, content, s_validity)], ReportTarget.Silent);
        var key = string.Create(CultureInfo.InvariantCulture, $"alarm-{first.Id}-{first.FirstAt.ToUnixTimeMilliseconds()}-{first.ToldAt?.ToUnixTimeMilliseconds() ?? 0}");
        return new Submission
        {
            Workspace = workspace.Id,
            Messages = [.. staff.To.Select(to => new SubmittedMessage(to, envelope, null, s_validity, MessageClass.High, refusal))],
            IdempotencyKey = key,
            BodyHash = SHA256.HashData(Encoding.UTF8.GetBytes(key)),
        };
    }

    private (string Sender, MessageContent Content, EndReason Refusal) AlimTalk(Workspace workspace, string code, Alarm alarm, string line)
    {
        var sender = directory.FindSender(workspace.Id, staff.Sender)?.Key ?? staff.Sender;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["alarm"] = line,
            ["count"] = alarm.Count.ToString(CultureInfo.InvariantCulture),
            ["time"] = alarm.FirstAt.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            ["workspace"] = directory.FindWorkspace(alarm.Key.Workspace)?.Name ?? "-",
        };
        var composed = AlimTalkComposer.Compose(code, directory.FindTemplate(sender, code)?.AlimTalk, values, authentication: false);
        return (sender, composed.Content, composed.Refusal);
    }

    [LoggerMessage(EventId = 1051, Level = LogLevel.Error, Message = "Staff could not be told of alarms; it is tried again")]
    private static partial void TurnFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1052, Level = LogLevel.Warning, Message = "The message that tells staff of alarms was not taken ({Why}); it is tried again")]
    private static partial void NotTaken(ILogger logger, SubmissionResultKind why);
}

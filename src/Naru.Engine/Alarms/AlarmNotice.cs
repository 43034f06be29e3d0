using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Engine.Registry;

namespace Naru.Engine.Alarms;

/// <summary>The body of the webhook that tells of an alarm. Shaped as Standard Webhooks recommends: an id, a type, an instant, the data.</summary>
/// <param name="Id">The same through retries and replays; also the header <c>webhook-id</c>.</param>
internal sealed record AlarmNotice(string Id, string Type, DateTimeOffset Timestamp, AlarmData Data)
{
    public static AlarmNotice Of(in AlarmNews news, WorkspaceDirectory directory)
    {
        var (alarm, cleared) = (news.Alarm, news.Event == ReportEvent.AlarmCleared);
        var subject = AlarmSubject.Of(alarm, directory);
        var text = AlarmText.Of(alarm, subject);
        var workspace = directory.FindWorkspace(alarm.Key.Workspace);
        return new AlarmNotice(
            string.Create(CultureInfo.InvariantCulture, $"alarm-{alarm.Id}-{alarm.FirstAt.ToUnixTimeMilliseconds()}-{(cleared ? "cleared" : "raised")}"),
            cleared ? "alarm.cleared" : "alarm.raised",
            (alarm.ClearedAt ?? alarm.FirstAt).ToUniversalTime(),
            new AlarmData(
                alarm.Id, WordOf(alarm.Key.Kind), workspace is null ? null : new AlarmWorkspace(workspace.PublicId, workspace.Name), subject, alarm.Key.Code is { Length: > 0 } code ? code : null,
                alarm.Detail, alarm.Count, alarm.FirstAt.ToUniversalTime(), alarm.LastAt.ToUniversalTime(), alarm.ClearedAt?.ToUniversalTime(), new AlarmLine(text.Ko, text.En)));
    }

    public string Write() => JsonSerializer.Serialize(this, AlarmJson.Default.AlarmNotice);

    private static string WordOf(AlarmKind kind) => kind switch
    {
        AlarmKind.CallerFault => "CALLER_FAULT",
        AlarmKind.EndpointRested => "ENDPOINT_RESTED",
        AlarmKind.CarrierDown => "CARRIER_DOWN",
        AlarmKind.UnknownOutcomes => "UNKNOWN_OUTCOMES",
        AlarmKind.DiskNearlyFull => "DISK_NEARLY_FULL",
        AlarmKind.StaffMessageFailed => "STAFF_MESSAGE_FAILED",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such alarm."),
    };
}

internal sealed record AlarmData(
    long Alarm, string Kind, AlarmWorkspace? Workspace, string Subject, string? Code, string? Detail, long Count, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    DateTimeOffset? ClearedAt, AlarmLine Text);

internal sealed record AlarmWorkspace(Guid Id, string Name);

internal sealed record AlarmLine(string Ko, string En);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AlarmNotice))]
internal sealed partial class AlarmJson : JsonSerializerContext;

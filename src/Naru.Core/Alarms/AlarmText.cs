using System.Globalization;
using Naru.Core.Results;

namespace Naru.Core.Alarms;

/// <summary>An alarm as one line for people, the same on pages, in webhooks and in messages to staff.</summary>
public static class AlarmText
{
    /// <param name="subject">What the key's subject is called by people; null = as the key has it.</param>
    public static BilingualText Of(Alarm alarm, string? subject = null)
    {
        var key = alarm.Key;
        if (key.IsRest)
        {
            return new($"그 밖의 많은 알람: {NameOf(key.Kind).Ko}", $"Many more alarms: {NameOf(key.Kind).En}");
        }

        var what = subject ?? key.Subject;
        var count = alarm.Count.ToString("N0", CultureInfo.InvariantCulture);
        return key.Kind switch
        {
            AlarmKind.CallerFault => new($"{what}의 메시지가 {key.Code}(으)로 실패하고 있습니다 ({count}건)", $"Messages from {what} fail with {key.Code} ({count})"),
            AlarmKind.StaffMessageFailed => new($"담당자에게 보내는 알람 메시지가 {key.Code}(으)로 실패했습니다 ({count}건)", $"The message that tells staff of alarms fails with {key.Code} ({count})"),
            AlarmKind.EndpointRested => new($"웹훅 주소가 계속 실패하여 쉬고 있습니다: {what}", $"A webhook URL keeps failing and is rested: {what}"),
            AlarmKind.CarrierDown => new($"발송 경로 {what}이(가) 중단되었습니다", $"Carrier {what} is down"),
            AlarmKind.UnknownOutcomes => new($"발송 경로 {what}에서 결과를 알 수 없는 발송이 {count}건 있습니다", $"Carrier {what}: the outcome of {count} attempts is unknown"),
            AlarmKind.DiskNearlyFull => new($"디스크가 거의 찼습니다: {what}", $"The disk is nearly full: {what}"),
            _ => throw new ArgumentOutOfRangeException(nameof(alarm), key.Kind, "No such alarm."),
        };
    }

    public static BilingualText NameOf(AlarmKind kind) => kind switch
    {
        AlarmKind.CallerFault => new("요청·설정 오류", "Caller's fault"),
        AlarmKind.EndpointRested => new("쉬는 웹훅", "Webhook rested"),
        AlarmKind.CarrierDown => new("발송 경로 중단", "Carrier down"),
        AlarmKind.UnknownOutcomes => new("결과 미확인", "Unknown outcomes"),
        AlarmKind.DiskNearlyFull => new("디스크 부족", "Disk nearly full"),
        AlarmKind.StaffMessageFailed => new("담당자 메시지 실패", "Staff message failed"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such alarm."),
    };
}

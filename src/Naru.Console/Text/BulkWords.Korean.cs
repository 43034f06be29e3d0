namespace Naru.Console.Text;

internal sealed class BulkKorean : BulkWords
{
    public override string Bulk => "묶음 보기";

    public override string Id => "묶음 ID";

    public override string State => "상태";

    public override string Created => "접수";

    public override string Start => "시작";

    public override string Count => "메시지";

    public override string Progress => "진행";

    public override string Pace => "속도";

    public override string End => "끝나는 때(예상)";

    public override string Begun => "시작한 메시지";

    public override string Waiting => "기다리는 메시지";

    public override string Window => "발송 시간대";

    public override string Advertisement => "광고";

    public override string AdvertisementHours => "한국 시간 08:00–20:50에만";

    public override string NextSlot => "다음 차례";

    public override string AtOnce => "되는 대로";

    public override string Nothing => "아직 묶음이 없습니다. 두 명 이상에게 한 번에 보내거나 bulkId를 정해 보내면 여기에 나타납니다.";

    public override string NothingMore => "더 오래된 묶음이 없습니다.";

    public override string Facts => "내용";

    public override string Actions => "할 수 있는 일";

    public override string ItsMessages => "이 묶음의 메시지";

    public override string Pending => "예약됨";

    public override string Paused => "일시 중지";

    public override string Processing => "진행 중";

    public override string Cancelled => "취소됨";

    public override string Finished => "모두 시작됨";

    public override string Pause => "일시 중지";

    public override string PauseAsk => "아직 시작하지 않은 메시지를 멈춥니다. 이미 시작한 메시지는 계속됩니다.";

    public override string Resume => "다시 시작";

    public override string Reschedule => "시작 시각 바꾸기";

    public override string RescheduleAsk => "아직 시작하지 않은 메시지가 이 시각부터 나갑니다.";

    public override string NewStart => "새 시작 시각";

    public override string Zone => "시간대";

    public override string Cancel => "묶음 취소";

    public override string CancelAsk => "아직 시작하지 않은 메시지는 보내지 않고 끝냅니다. 되돌릴 수 없습니다.";

    public override string PauseDone => "일시 중지했습니다. 이제 새로 시작하는 메시지는 없습니다.";

    public override string ResumeDone => "다시 시작했습니다.";

    public override string RescheduleDone => "시작 시각을 바꾸었습니다.";

    public override string CancelDone => "취소했습니다. 시작하지 않은 메시지는 보내지 않습니다.";

    public override string TooLate => "이미 모두 시작했거나 취소된 묶음이라 바꿀 것이 없습니다.";

    public override string Refused => "지금은 바꿀 수 없습니다. 아무것도 바뀌지 않았습니다. 잠시 뒤 다시 시도하십시오.";

    public override string NeedsMoment => "그 시간대에 있는 날짜와 시각을 입력하십시오.";

    public override string MomentIsPast => "이미 지난 시각입니다.";

    public override string CancelledMeaning => "아직 시작하지 않은 메시지는 보내지 않았습니다.";

    public override string PausedMeaning => "다시 시작할 때까지 아무것도 나가지 않습니다.";

    public override string NoEnd => "일시 중지된 동안에는 알 수 없습니다.";

    public override string DaysAll => "매일";

    public override string WholeDay => "하루 종일";

    public override string PlanPaused => "일시 중지되어 있어 기다립니다.";

    public override string ProgressText(string begun, string count, int percent) => $"{count}건 가운데 {begun}건 시작({percent}%)";

    public override string CountOf(string count) => $"모두 {count}건.";

    public override string ValidFrom(string length) => $"첫 발송이 계획된 때부터 {length}";

    public override string ProgressOf(string id) => $"{id} 진행";

    public override string Said(string state, int percent) => $"{state}, {percent}%";

    public override string PerMinute(string count) => $"1분에 {count}건";

    public override string PerHour(string count) => $"1시간에 {count}건";

    public override string PerDay(string count) => $"하루에 {count}건";

    public override string OneEvery(string pace, string spacing) => $"{pace}, {spacing}마다 한 건";

    public override string TooFar(int days) => $"{days}일 안의 시각이어야 합니다.";

    public override string WindowOf(string days, string hours) => $"{days} {hours} (UTC)";

    public override string PlanSendAt(string at) => $"{at}에 보내도록 예약되어 있습니다.";

    public override string PlanWindow(string at) => $"{at}에 열리는 발송 시간대를 기다립니다.";

    public override string PlanHours(string at) => $"광고는 밤에 나가지 않으므로 {at}까지 기다립니다.";

    public override string PlanPace(string spacing, string at) => $"묶음의 메시지는 {spacing}마다 한 건씩 나갑니다. 다음 차례는 {at}입니다.";

    public override string PlanDue(string at) => $"{at}에 나갑니다.";

    public override string PlanNever => "발송 시간대와 광고 시간이 겹치는 때가 없어 나갈 수 없습니다.";

    public override string PlanSent(string length) => $"접수하고 {length} 뒤에 나갔습니다.";
}

using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string Deleted => "삭제했습니다.";

    public override string Cleared => "초기화했습니다. 다음에 쓸 때 페이지를 다시 읽습니다.";

    public override string OnThisPage => "이 페이지의 항목";

    public override string NoTemplates => "아직 템플릿이 없습니다.";

    public override string TemplateId => "템플릿 ID";

    public override string MembersHelp => "권한을 받기 전에는 팀원끼리만 친구 목록과 메시지를 쓸 수 있습니다.";

    public override string PermissionsHelp => "두 권한을 모두 승인받아야 팀원이 아닌 사람에게 보낼 수 있습니다. 테스트 앱은 승인받아도 팀원만 쓸 수 있습니다.";

    public override string WhichPermissions => "대상 권한";

    public override string ReviewPermission => "심사(카카오 대신)";

    public override string PermissionNeeded => "권한을 하나 이상 고르십시오.";

    public override string QuotaUsed(int used, int limit, string whose) => $"{limit:N0} 중 {used:N0} 사용{(whose.Length > 0 ? $"({whose})" : "")}";

    public override string QuotaRange(int most) => $"0–{most:N0}";

    public override string QuotaFull => "모두 사용함";

    public override string CallbacksHelp(int seconds) =>
        $"공유가 도착하면 설정의 콜백 URL을 한 번 부릅니다. 공유할 때 서버 콜백 인자(serverCallbackArgs)를 넣은 경우에만 부릅니다. 응답이 2XX가 아니거나 {seconds}초 안에 없으면 실패이며, 다시 부르지 않습니다.";

    public override string CallbackOutcome(CallbackRecord record) => record switch
    {
        { Fault: null } => $"성공: 응답 {record.Status}",
        { Status: > 0 } => $"실패: 응답 {record.Status}",
        { TimedOut: true } => $"실패: {ShareCallbacks.Patience.TotalSeconds:0}초 안에 응답이 없음",
        _ => "실패: 응답이 없음",
    };

    public override string CallbackSent => "보낸 내용";

    public override string OneFriend => "친구와의 채팅";
}

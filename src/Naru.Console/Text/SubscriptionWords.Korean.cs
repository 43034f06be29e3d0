namespace Naru.Console.Text;

internal sealed class SubscriptionKorean : SubscriptionWords
{
    public override string Webhooks => "웹훅";

    public override string None => "이 앱에는 웹훅이 없습니다. 결과 리포트를 받으려면 웹훅을 추가하십시오.";

    public override string Add => "웹훅 추가";

    public override string Full(int limit) => $"앱 하나에 웹훅은 {limit}개까지 둘 수 있습니다.";

    public override string New => "새 웹훅";

    public override string Edit => "웹훅 변경";

    public override string EditOf(string target) => $"변경: {target}";

    public override string Change => "변경";

    public override string Attempts => "전송 기록";

    public override string AttemptsOf(string target) => $"전송 기록: {target}";

    public override string Target => "주소 (target)";

    public override string TargetHelp => "http:// 또는 https:// 로 시작하는 주소.";

    public override string TooLong(int limit) => $"주소는 {limit}자까지 쓸 수 있습니다.";

    public override string NoPassword => "주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다.";

    public override string NotHere => "나루 자신의 주소로는 보낼 수 없습니다.";

    public override string Taken => "이 앱에는 같은 주소의 웹훅이 이미 있습니다.";

    public override string Enabled => "보내기";

    public override string EnabledHelp => "끄면 설정만 남고 아무것도 보내지 않습니다 (target_type = DISMISS).";

    public override string On => "켜짐";

    public override string Off => "꺼짐";

    public override string Triggers => "트리거";

    public override string NoTriggers => "트리거를 하나 이상 고르십시오.";

    public override string Waiting => "아직 일어나지 않는 트리거";

    public override string WaitingHelp => "등록해 둘 수 있지만 지금은 이 설치에서 일어나지 않습니다.";

    public override string Secret => "비밀 값";

    public override string SecretHelp => "있으면 콜백마다 x-sinch-webhook-signature 헤더로 서명합니다. 저장한 뒤에는 다시 볼 수 없습니다.";

    public override string ChangeSecret => "비밀 값 변경";

    public override string ChangeSecretHelp => "비워 두면 지금의 비밀 값을 그대로 씁니다.";

    public override string ClearSecret => "비밀 값 지우기 (서명하지 않음)";

    public override string SecretTooLong(int limit) => $"비밀 값은 {limit}자까지 쓸 수 있습니다.";

    public override string SecretOrClear => "새 비밀 값을 쓰거나 지우기를 고르십시오. 둘 다는 할 수 없습니다.";

    public override string Signed => "서명함";

    public override string Unsigned => "서명 안 함";

    public override string OAuth => "OAuth 2.0";

    public override string OAuthOf(string client, string endpoint) => $"{client} · 토큰 주소 {endpoint}";

    public override string Saved => "웹훅을 저장했습니다.";

    public override string Removed => "웹훅을 삭제했습니다.";

    public override string Delete => "웹훅 삭제";

    public override string DeleteAsk => "이 주소로는 더 보내지 않습니다. 되돌릴 수 없습니다.";

    public override string Final => "메시지가 도착했거나 실패함";

    public override string Submitted => "발송사가 메시지를 받음";

    public override string ContactCreated => "연락처가 생김";

    public override string ContactUpdated => "연락처가 바뀜";

    public override string ContactDeleted => "연락처가 지워짐";

    public override string ContactMerged => "연락처가 합쳐짐";

    public override string ConversationStarted => "대화가 시작됨";

    public override string ConversationStopped => "대화가 끝남";

    public override string ConversationDeleted => "대화가 지워짐";

    public override string BulkStatusChanged => "대량 발송의 상태가 바뀜";

    public override string AlarmRaised => "알람 발생";

    public override string AlarmCleared => "알람 해제";

    public override string TextReceived => "번호로 문자를 받음";

    public override string SenderActive => "발신 프로필 사용 시작";

    public override string SenderInactive => "발신 프로필 사용 중지";

    public override string SenderRejected => "발신 프로필 반려";

    public override string SenderCommentAdded => "발신 프로필 의견";

    public override string TemplateApproved => "템플릿 승인";

    public override string TemplateRejected => "템플릿 반려";

    public override string TemplateCommentAdded => "템플릿 의견";
}

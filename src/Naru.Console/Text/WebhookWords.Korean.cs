namespace Naru.Console.Text;

internal sealed class WebhookKorean : WebhookWords
{
    public override string Settings => "기본 리포트 설정";

    public override string SettingsHelp => "메시지가 주소를 지정하지 않으면 리포트를 이 주소로 보냅니다. 비워 두면 클라이언트가 조회해 갑니다.";

    public override string FromSetting(string url, string setting) => $"지금은 설정 {setting} 에 따라 {url} 로 보냅니다. 여기에 주소를 저장하면 이 워크스페이스에서는 그 주소가 우선합니다.";

    public override string Url => "주소 (URL)";

    public override string ContentType => "형식";

    public override string Saved => "저장했습니다.";

    public override string NotAUrl => "http:// 또는 https:// 로 시작하는 완전한 주소여야 합니다.";

    public override string TooLong(int limit) => $"주소는 {limit}자까지 쓸 수 있습니다.";

    public override string Refused(string reason) => $"이 주소로는 보낼 수 없습니다: {reason}";

    public override string BadContentType => "application/json 과 application/xml 만 쓸 수 있습니다.";

    public override string Endpoints => "엔드포인트";

    public override string NoEndpoints => "아직 푸시할 엔드포인트가 없습니다. 위에 기본 주소를 저장하거나 메시지에 주소를 지정하면 첫 리포트와 함께 나타납니다.";

    public override string Health => "상태";

    public override string Healthy => "정상";

    public override string Failing(int count) => $"연속 실패 {count}회";

    public override string RestingUntil(string at) => $"{at}까지 쉬는 중";

    public override string LastFailure => "마지막 실패";

    public override string Created => "생성";

    public override string Pushes => "푸시";

    public override string NoPushes => "이 엔드포인트로 만든 푸시가 없습니다.";

    public override string Push => "푸시";

    public override string State => "상태";

    public override string Open => "보내는 중";

    public override string Done => "완료";

    public override string Exhausted => "포기 (조회 대기)";

    public override string Due => "다음 시도";

    public override string Settled => "종료";

    public override string Failures => "실패";

    public override string Attempts => "시도";

    public override string NoAttempts => "아직 시도하지 않았습니다.";

    public override string At => "시각";

    public override string Status => "응답";

    public override string NoAnswer => "응답 없음";

    public override string Took => "소요";

    public override string AnswerText => "응답 내용 (처음 1kB)";

    public override string Replay => "다시 보내기";

    public override string ReplayOneAsk => "이 푸시를 같은 ID와 내용으로 지금 다시 보냅니다. 수신 측은 같은 리포트를 한 번 더 받을 수 있습니다.";

    public override string ReplayOneDone => "다시 보내도록 했습니다. 잠시 뒤 새 시도가 아래에 나타납니다.";

    public override string ReplaySince => "이 시각 이후 모두 다시 보내기";

    public override string ReplaySinceAsk => "이 시각 이후에 만든 푸시를 모두 다시 보냅니다. 수신 측은 같은 리포트를 한 번 더 받을 수 있습니다.";

    public override string ReplaySinceDone(int count) => $"푸시 {count:N0}건을 다시 보내도록 했습니다.";

    public override string NeedsMoment => "날짜와 시각을 입력하십시오.";

    public override string MomentIsAhead => "앞으로 올 시각입니다. 지난 시각을 입력하십시오.";

    public override string Messages => "실은 메시지";

    public override string GivenUp => "포기";

    public override string Items => "알리는 내용";

    public override string ItemCount => "항목";

    public override string Event => "이벤트";

    public override string Fate => "결과";

    public override string ItemOpen => "보낼 예정";

    public override string ItemTaken => "받음";

    public override string ItemGivenUp => "포기";

    public override string Requests => "요청 수";

    public override string NothingSent => "보내지 않음";

    public override string App => "앱";

    public override string Triggers => "트리거";

    public override string Token => "토큰";

    public override string Signature => "서명";

    public override string Signed => "모든 콜백을 웹훅의 비밀키로 서명합니다.";

    public override string Unsigned => "없음 (웹훅에 비밀키가 없습니다).";

    public override string Off => "꺼짐: 아무것도 보내지 않습니다.";

    public override string EventFinal => "최종 리포트";

    public override string EventStepFailed => "다음 채널로 전환";

    public override string EventSubmitted => "채널에 전달됨";

    public override string EventContactCreated => "연락처 생성";

    public override string EventContactUpdated => "연락처 변경";

    public override string EventContactDeleted => "연락처 삭제";

    public override string EventContactMerged => "연락처 병합";

    public override string EventConversationStarted => "대화 시작";

    public override string EventConversationStopped => "대화 중지";

    public override string EventConversationDeleted => "대화 삭제";

    public override string EventSenderActive => "발신 프로필 사용 시작";

    public override string EventSenderInactive => "발신 프로필 사용 중지";

    public override string EventSenderRejected => "발신 프로필 반려";

    public override string EventSenderCommentAdded => "발신 프로필 댓글";

    public override string EventTemplateApproved => "템플릿 승인";

    public override string EventTemplateRejected => "템플릿 반려";

    public override string EventTemplateCommentAdded => "템플릿 댓글";

    public override string EventBulkStatusChanged => "대량 발송 상태";

    public override string EventAlarmRaised => "알람 발생";

    public override string EventAlarmCleared => "알람 해제";

    public override string EventTextReceived => "문자 수신";

    public override string TakenOf(int taken, int all) => $"{all:N0}건 중 {taken:N0}건 받음";

    public override string TokenFrom(string url, string client) => $"클라이언트 {client}(으)로 {url} 에서 발급받음";
}

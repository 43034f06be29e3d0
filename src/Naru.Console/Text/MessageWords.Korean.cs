namespace Naru.Console.Text;

internal sealed class MessageKorean : MessageWords
{
    public override string Search => "찾기";

    public override string Clear => "조건 지우기";

    public override string Id => "메시지 ID";

    public override string To => "수신자";

    public override string State => "상태";

    public override string AnyState => "모든 상태";

    public override string AnyOpen => "진행 중 전체";

    public override string From => "접수 시각부터";

    public override string Until => "접수 시각까지";

    public override string TextPart => "본문에 포함";

    public override string Accepted => "접수";

    public override string Channel => "채널";

    public override string Sender => "발신";

    public override string Result => "결과";

    public override string NothingFound => "조건에 맞는 메시지가 없습니다.";

    public override string NothingYet => "아직 접수된 메시지가 없습니다.";

    public override string NoSuchId(string id) => $"“{id}” 메시지가 이 워크스페이스에 없습니다.";

    public override string TextIsAlone => "본문 검색은 다른 조건과 함께 쓸 수 없어, 본문 조건만 적용했습니다.";

    public override string SearchLag(long rows) => $"최근 메시지 {rows:N0}건은 아직 본문 검색에 들어가지 않았습니다.";

    public override string Counts => "현재 상황";

    public override string OpenMessages => "진행 중";

    public override string WaitingReports => "가져갈 리포트";

    public override string OpenPushes => "보낼 푸시";

    public override string Detail => "메시지";

    public override string Facts => "내용";

    public override string Reveal => "번호 보기";

    public override string Hide => "번호 가리기";

    public override string FrontDoor => "접수 API";

    public override string Bulk => "묶음 ID";

    public override string Class => "우선순위";

    public override string ExpiresAt => "유효 기한";

    public override string SentAt => "발송";

    public override string DoneAt => "종료";

    public override string NextLook => "다음 확인";

    public override string CarrierReference => "경로 측 번호";

    public override string EntityId => "엔티티 ID";

    public override string ApplicationId => "애플리케이션 ID";

    public override string Campaign => "캠페인 참조";

    public override string CallbackData => "콜백 데이터";

    public override string Reports => "리포트";

    public override string ReportsPulled => "조회로 가져감";

    public override string ReportsSilent => "보내지 않음";

    public override string ReportsTo(string url) => $"푸시: {url}";

    public override string ReportsToApp => "앱의 웹훅으로 푸시";

    public override string Route => "발송 경로";

    public override string Validity(string length) => $"유효 시간 {length}";

    public override string CurrentStep => "현재 단계";

    public override string Timeline => "진행 기록";

    public override string Preview => "미리보기";

    public override string Pushes => "이 메시지의 푸시";

    public override string NoPushes => "이 메시지의 리포트를 실은 푸시가 없습니다.";

    public override string StepNumber(int number) => $"{number}단계";

    public override string AttemptNumber(int number) => $"시도 {number}";

    public override string NextTry(string at) => $"다음 시도: {at}";

    public override string Remedy => "조치";

    public override string UnknownCode => "결과 코드표에 없는 코드입니다. 경로 사업자에게 문의하십시오.";

    public override string Template => "템플릿";

    public override string Scheduled => "예약";

    public override string Queued => "대기";

    public override string Submitting => "전달 중";

    public override string Submitted => "전달됨";

    public override string Unknown => "결과 불명";

    public override string Delivered => "수신 완료";

    public override string Undelivered => "수신 실패";

    public override string Expired => "기한 만료";

    public override string Rejected => "거절";

    public override string Cancelled => "취소";

    public override string EndValidity => "수신되기 전에 유효 시간이 끝났습니다.";

    public override string EndUnknown => "수신 여부를 끝내 알 수 없었습니다.";

    public override string EndNumber => "휴대폰 번호로 쓸 수 없는 수신자입니다.";

    public override string EndSender => "이 워크스페이스에 없는 발신 프로필입니다.";

    public override string EndCancelled => "보낸 쪽에서 취소했습니다.";

    public override string EndCarrier => "이 단계를 보낼 수 있는 경로가 없습니다.";

    public override string EndTemplate => "발신 프로필에 이 코드의 승인된 템플릿이 없습니다.";

    public override string EndParameter => "템플릿 변수에 값이 빠졌습니다.";

    public override string EndWording => "인증 메시지로 요청되었지만 본문에 인증을 알리는 단어가 없습니다.";

    public override string EndIdentity => "수신자에게 시도할 채널의 식별자가 없습니다.";

    public override string EndContent => "이 채널이 다루지 않는 내용입니다.";

    public override string EndChannel => "앱에 이 채널이 설정되어 있지 않습니다.";

    public override string Plan => "계획";

    public override string OnlyBulk(string id) => $"묶음 {id}의 메시지만 보입니다.";

    public override string EndNight => "광고는 한국 시각 20:50부터 08:00까지 보낼 수 없고, 아침까지 기다리지 않도록 설정되어 있습니다.";

    public override string EndNeverOpen => "발송 허용 시간대가 광고를 보낼 수 없는 시간에만 열려 있어 보낼 수 없습니다.";

    public override string LineAccepted => "접수됨";

    public override string LineAttempt => "발송 시도 시작";

    public override string LineTaken => "경로가 받음";

    public override string LineResult => "결과 코드 수신";

    public override string LineNotSent => "발송되지 않음";

    public override string LineUnclear => "도착 여부 불명";

    public override string LineResent => "같은 시도를 다시 전달";

    public override string LineNextStep => "다음 단계로 전환";

    public override string LineRetry => "재시도 예정";

    public override string LineEnded => "종료";

    public override string LineLate => "종료 뒤 도착한 결과";

    public override string LinePlanned => "다시 계획됨";

    public override string LineHeld => "일시 중지됨";

    public override string Brand => "브랜드 메시지";

    public override string AlimTalk => "알림톡";

    public override string Consultation => "상담톡";

    public override string Sms => "문자";

    public override string ClassAuthentication => "인증";

    public override string ClassHigh => "높음";

    public override string ClassStandard => "보통";

    public override string ClassLow => "낮음";
}

namespace Naru.Console.Text;

internal sealed class HandsetKorean : HandsetWords
{
    public override string Title => "나루 휴대폰";

    public override string SkipToPhone => "휴대폰 화면으로 건너뛰기";

    public override string Languages => "언어";

    public override string Phones => "휴대폰";

    public override string SearchNumber => "번호로 찾기";

    public override string Search => "찾기";

    public override string NoPhoneMatches => "이 번호로 받은 메시지가 없습니다.";

    public override string PhoneOf(string number) => $"{number} 휴대폰";

    public override string Messages(int count) => $"메시지 {count:N0}건";

    public override string Apps => "앱";

    public override string TalkApp => "카카오톡";

    public override string SmsApp => "메시지";

    public override string Chats => "채팅";

    public override string NoChats => "아직 도착한 알림톡이 없습니다.";

    public override string NoSms => "아직 도착한 문자가 없습니다.";

    public override string Back => "목록으로";

    public override string AlimTalkArrived => "알림톡 도착";

    public override string Room(string name) => $"{name} 채팅방";

    public override string Older => "이전 메시지 보기";

    public override string Newest => "최근 메시지로";

    public override string ChannelIsGone => "이 채팅방에는 더 이상 메시지가 없습니다.";

    public override string Unread => "안 읽음";

    public override string Image => "알림톡 이미지";

    public override string Pressed => "누름";

    public override string Close => "닫기";

    public override string OpenInNewTab => "새 탭에서 열기";

    public override string WebLink => "웹 링크";

    public override string AppLink => "앱 링크";

    public override string DeliveryTracking => "배송 조회";

    public override string BotKeyword => "봇 키워드";

    public override string MessageForward => "메시지 전달";

    public override string ChatSwitch => "상담톡 전환";

    public override string BotSwitch => "챗봇 전환";

    public override string AddChannel => "채널 추가";

    public override string BusinessForm => "비즈니스폼";

    public override string SecureImage => "이미지 보안 전송";

    public override string PersonalData => "개인정보 이용 동의";

    public override string OneClickPay => "원클릭 결제";

    public override string Call => "전화 연결";

    public override string QuickReplies => "바로연결";

    public override string OnMobile => "모바일";

    public override string OnPc => "PC";

    public override string OnAndroid => "Android";

    public override string OnIos => "iOS";

    public override string Telephone => "전화번호";

    public override string FormNumber => "양식 번호";

    public override string Plugin => "플러그인";

    public override string ChatData => "채팅 정보";

    public override string RepresentLink => "메시지 링크 열기";

    public override string WouldDo(string what) => $"실제 휴대폰에서는 다음 동작을 합니다: {what}.";

    public override string LiveConnecting => "실시간 연결 중…";

    public override string LiveOn => "실시간";

    public override string LiveLost => "연결이 끊겼습니다. 다시 연결하고 있으며, 그동안 새 메시지가 보이지 않을 수 있습니다.";

    public override string NeedsScriptForLive => "자바스크립트가 꺼져 있어 새 메시지는 새로 고침해야 보입니다.";

    public override string Reload => "새로 고침";

    public override string Arrived(string from) => $"새 메시지: {from}";

    public override string NothingYet => "아직 도착한 메시지가 없습니다";

    public override string SendFirst => "터미널에서 첫 알림톡을 보내 보십시오.";

    public override string ThenItAppears => "보내는 즉시 이 화면에 나타납니다. 새로 고침은 필요하지 않습니다.";

    public override string NoWorkspace => "이 주소의 워크스페이스가 없습니다.";

    public override string OffLoopback => "휴대폰 화면은 로그인이 없으므로 이 컴퓨터에서만 열립니다. 다른 컴퓨터에서 보려면 demo --allow-remote 로 시작하십시오.";

    public override string Console => "콘솔";

    public override string NotAKakaoProduct => "시뮬레이터 화면입니다. 카카오와 관련이 없습니다.";

    public override string ReadOnlyRoom => "알림톡 채널에는 답장할 수 없습니다";

    public override string Answer => "문자 메시지";

    public override string Send => "보내기";
}

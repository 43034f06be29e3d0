namespace Naru.Console.Text;

internal sealed class SenderKorean : SenderWords
{
    public override string NoSenders => "아직 발신 프로필이 없습니다. 카카오톡 채널을 발신 프로필로 등록하면 알림톡을 보낼 수 있습니다.";

    public override string New => "발신 프로필 등록";

    public override string Edit => "발신 프로필 고치기";

    public override string Find => "찾기";

    public override string FindHelp => "채널, 이름, 발신 키의 일부";

    public override string AnyState => "모든 상태";

    public override string NothingFound => "조건에 맞는 발신 프로필이 없습니다.";

    public override string Clear => "조건 지우기";

    public override string Templates => "템플릿";

    public override string TemplateCount(int count) => $"템플릿 {count:N0}개";

    public override string Category => "업종 분류";

    public override string CategoryHelp => "카카오의 업종 분류. 검수를 요청할 때 있어야 합니다.";

    public override string CategoryNone => "고르지 않음";

    public override string CategoryNeeded => "검수를 요청하려면 업종 분류를 골라야 합니다.";

    public override string CategoryUnknown => "없는 업종 분류입니다.";

    public override string Channel => "카카오톡 채널";

    public override string ChannelHelp => "검색용 아이디. 앞의 @는 없어도 됩니다.";

    public override string ChannelBad(int limit) => $"채널 아이디는 1자 이상 {limit}자 이하이고, 공백과 / ? # 문자를 쓸 수 없습니다.";

    public override string ChannelFixed => "채널은 등록한 뒤에 바꿀 수 없습니다.";

    public override string Name => "표시 이름";

    public override string NameHelp => "받는 사람의 채팅방 위에 보이는 이름";

    public override string NameNeeded(int limit) => $"이름은 1자 이상 {limit}자 이하여야 합니다.";

    public override string Phone => "관리자 전화번호";

    public override string PhoneHelp => "승인된 뒤 이 번호로 인증번호를 보냅니다.";

    public override string PhoneNeeded => "검수를 요청하려면 관리자 전화번호가 있어야 합니다.";

    public override string PhoneBad(int limit) => $"전화번호가 아닙니다. {limit}자까지 적을 수 있습니다.";

    public override string Logo => "로고 주소";

    public override string LogoHelp => "선택. 5MB 이하의 JPEG나 PNG";

    public override string LogoBad => "http:// 나 https:// 로 시작하는 주소여야 합니다.";

    public override string Steps => "등록 순서";

    public override string StepWritten => "정보 입력";

    public override string StepReview => "카카오톡 검수";

    public override string StepPhone => "전화번호 인증";

    public override string StepActive => "사용";

    public override string Next => "다음 할 일";

    public override string DraftMeaning => "아직 검수를 요청하지 않은 초안입니다.";

    public override string EditAndHandIn => "고치고 검수 요청하기";

    public override string EditAndHandInAgain => "고쳐서 다시 검수 요청하기";

    public override string RejectedMeaning => "검수에서 반려되었습니다. 의견을 보고 고친 뒤 다시 요청하십시오.";

    public override string PendingMeaning(string phone) => $"승인되었습니다. 이제 관리자 전화번호({phone})를 인증합니다.";

    public override string SendCode => "인증번호 보내기";

    public override string SendCodeAgain => "인증번호 다시 보내기";

    public override string CodeSentTo(string phone) => $"{phone} 번호로 여섯 자리 인증번호를 보냈습니다.";

    public override string Code => "인증번호";

    public override string CodeDigits(int digits) => $"숫자 {digits}자리를 적으십시오.";

    public override string TriesLeft(int tries) => $"남은 횟수 {tries}번";

    public override string NoTriesLeft => "이 인증번호는 더 쓸 수 없습니다. 새 인증번호를 받으십시오.";

    public override string CodeExpired => "인증번호의 시간이 지났습니다. 새 인증번호를 받으십시오.";

    public override string CodeGoodFor => "남은 시간";

    public override string AgainIn => "다시 보낼 수 있을 때까지";

    public override string Verify => "인증하기";

    public override string OnHandset => "시험 휴대폰에서 인증번호 보기";

    public override string VerifiedDone => "인증했습니다. 이 발신 프로필로 보낼 수 있습니다.";

    public override string ActiveMeaning => "이 발신 키로 메시지를 보냅니다.";

    public override string ToTemplates => "템플릿 보기";

    public override string NewTemplate => "템플릿 만들기";

    public override string StoppedMeaning => "운영자가 사용을 중지했습니다. 메시지를 보낼 수 없습니다.";

    public override string BlockedMeaning => "카카오톡이 차단했습니다. 메시지를 보낼 수 없습니다.";

    public override string InactiveMeaning => "채널이 카카오톡에서 닫혔습니다. 메시지를 보낼 수 없습니다.";

    public override string DeletedMeaning => "삭제되어 더 쓸 수 없습니다.";

    public override string DeletedWorksUntil(string at) => $"삭제를 요청했습니다. {at}까지 쓸 수 있고, 그 뒤에는 사라집니다.";

    public override string Facts => "정보";

    public override string Submitted => "검수 요청";

    public override string Modified => "마지막 변경";

    public override string CreatedAt => "만든 때";

    public override string DeleteAsk(int days) => $"삭제를 요청하면 {days}일 동안은 계속 쓸 수 있고, 그 뒤에 템플릿과 함께 사라집니다. 되돌릴 수 없습니다.";

    public override string DeleteDraftAsk => "사용한 적이 없는 발신 프로필은 곧바로 사라집니다. 되돌릴 수 없습니다.";

    public override string DeleteSender => "발신 프로필 삭제";

    public override string ChangesOf => "변경안";

    public override string ChangesMeaning => "승인될 때까지 지금 쓰는 내용이 그대로 쓰입니다.";

    public override string DraftSaved => "초안으로 저장했습니다.";

    public override string HandedIn => "검수를 요청했습니다.";

    public override string CodeSentDone => "인증번호를 보냈습니다.";

    public override string DeletedDone => "삭제했습니다.";

    public override string DeletionAsked => "삭제를 요청했습니다.";

    public override string More(int count) => $"외 {count:N0}개. 찾기로 좁혀 보십시오.";

    public override string InReviewMark => "변경안 검수 중";

    public override string ChangesRejectedMark => "변경안 반려";

    public override string ChangesDraftMark => "변경안 있음";

    public override string DeletingMark => "삭제 예정";
}

using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;

namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string Apps => "카카오 앱";

    public override string NoApps => "앱이 없습니다.";

    public override string AppName => "앱 이름";

    public override string AppId => "앱 ID";

    public override string FriendsPermission => "친구 목록 권한";

    public override string MessagePermission => "메시지 권한";

    public override string NewApp => "새 앱";

    public override string Create => "만들기";

    public override string People => "사람";

    public override string PersonName => "이름";

    public override string UserId => "회원번호";

    public override string Phone => "전화번호";

    public override string PhoneHelp => "시험 번호 8210 0000 xxxx를 쓰십시오.";

    public override string Account => "계정";

    public override string HasTalk => "카카오톡 사용";

    public override string TalkVersion => "카카오톡 버전";

    public override string AddPerson => "사람 추가";

    public override string Done => "저장했습니다.";

    public override string RestKey => "REST API 키";

    public override string JavaScriptKey => "JavaScript 키";

    public override string NativeKey => "네이티브 앱 키";

    public override string AdminKey => "어드민 키";

    public override string ClientSecret => "클라이언트 시크릿";

    public override string SecretOn => "클라이언트 시크릿 사용";

    public override string SecretOff => "클라이언트 시크릿 사용 안 함";

    public override string Settings => "설정";

    public override string SiteUrl => "사이트 주소(메시지 하단이 여는 곳)";

    public override string IconUrl => "아이콘 주소";

    public override string Redirects => "리다이렉트 URI";

    public override string LogoutRedirects => "로그아웃 리다이렉트 URI";

    public override string OneALine(int most) => $"한 줄에 하나씩, 최대 {most}개";

    public override string Domains => "웹 도메인";

    public override string DomainsHelp(int most) => $"한 줄에 하나씩, 최대 {most}개: 스킴, 호스트, 포트. 예: https://shop.example, http://localhost:3000";

    public override string KeyHashes => "안드로이드 키 해시";

    public override string BundleIds => "iOS 번들 ID";

    public override string Addresses => "호출 허용 IP";

    public override string AddressesHelp => "IP 주소나 네트워크(예: 10.0.0.0/8)를 한 줄에 하나씩, 최대 50개. 비우면 모두 허용합니다.";

    public override string Channels => "연결된 카카오톡 채널";

    public override string ChannelsHelp => "한 줄에 하나씩 _공개ID @이름. 뒤에 banned를 쓰면 -544로 응답합니다.";

    public override string LeastAge => "최소 연령";

    public override string LeastAgeHelp => "만 나이. 비우면 제한이 없습니다. 출생 연도를 모르는 사람은 -405, 어린 사람은 -406으로 응답합니다.";

    public override string Callback => "공유 성공 콜백 URL";

    public override string CallbackHelp => "공유가 도착하면 3초 안에 한 번만 호출합니다.";

    public override string CallbackByGet => "콜백을 GET으로 보내기";

    public override string Switches => "옵션";

    public override string LoginOn => "카카오 로그인 사용";

    public override string OpenIdOn => "OpenID Connect 사용(scope에 openid가 있으면 ID 토큰 발급)";

    public override string TestApp => "테스트 앱";

    public override string Suspended => "이용 정지";

    public override string ChecksDomains => "등록된 도메인만 허용";

    public override string RejectsLong => "긴 텍스트를 자르지 않고 거절";

    public override string SingleAsInfo => "수신자 한 명의 실패도 failure_info로 응답";

    public override string Members => "팀원";

    public override string ConsentItems => "동의 항목";

    public override string Permissions => "권한";

    public override string PermissionNote => "신청 내용(최대 2,000자)";

    public override string RequestPermission => "권한 신청";

    public override string Grant => "승인";

    public override string Refuse => "반려";

    public override string Withdraw => "팀원만으로 되돌리기";

    public override string Quotas => "쿼터";

    public override string QuotasHelp => "메시지 쿼터는 낮출 수만 있고, 공유 쿼터는 올릴 수 있습니다. 일 쿼터는 한국 시각 자정에, 월 쿼터는 매월 1일에 다시 시작합니다.";

    public override string Builder => "메시지 템플릿 빌더";

    public override string NewTemplate => "새 템플릿";

    public override string Version(int number) => $"버전 {number}";

    public override string Callbacks => "공유 콜백 기록";

    public override string NoCallbacks => "보낸 콜백이 없습니다.";

    public override string DeleteApp => "앱 삭제";

    public override string DeleteAppAsk => "앱과 연결, 토큰, 템플릿이 모두 사라집니다.";

    public override string TemplateName => "템플릿 이름";

    public override string Purpose => "용도";

    public override string TemplateObject => "템플릿 객체(JSON)";

    public override string TemplateObjectHelp => "피드, 리스트, 커머스. 사용자 인자는 ${KEY}로 씁니다.";

    public override string Arguments => "사용자 인자";

    public override string Versions => "버전";

    public override string DeleteTemplate => "템플릿 삭제";

    public override string DeleteTemplateAsk => "이 템플릿으로는 더 보낼 수 없게 됩니다.";

    public override string NameNeeded(int limit) => $"이름을 {limit}자 이내로 쓰십시오.";

    public override string WebAddressNeeded => "http 또는 https 주소를 쓰십시오.";

    public override string TooManyLines(int limit) => $"최대 {limit}개입니다.";

    public override string LineIsWrong(string line) => $"쓸 수 없는 값: {line}";

    public override string WholeNumber(int least, int most) => $"{least:N0}–{most:N0} 사이의 정수를 쓰십시오.";

    public override string TemplateTooLong(int limit) => $"템플릿은 {limit:N0}자 이내입니다.";

    public override string TemplateIsWrong(string fault) => $"템플릿 오류: {fault}";

    public override string Permitted(Permission permission) => permission switch
    {
        Permission.Team => "팀원만",
        Permission.Requested => "신청함",
        Permission.Granted => "승인",
        Permission.Refused => "반려",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "No such choice."),
    };

    public override string Level(ConsentLevel level) => level switch
    {
        ConsentLevel.Off => "사용 안 함",
        ConsentLevel.Optional => "선택 동의",
        ConsentLevel.Required => "필수 동의",
        ConsentLevel.DuringUse => "이용 중 동의",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such choice."),
    };

    public override string Quota(QuotaKind kind) => kind switch
    {
        QuotaKind.Requests => "모든 API, 월",
        QuotaKind.Profiles => "카카오톡 프로필, 일",
        QuotaKind.AppMessages => "메시지, 앱, 일",
        QuotaKind.Sender => "메시지, 발신자, 일",
        QuotaKind.Receiver => "메시지, 수신자, 일",
        QuotaKind.Pair => "메시지, 발신자–수신자, 일",
        QuotaKind.SenderMonthly => "메시지, 발신자, 월",
        QuotaKind.Shares => "공유, 일",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such choice."),
    };

    public override string PurposeName(TemplatePurpose purpose) => purpose switch
    {
        TemplatePurpose.Both => "공유와 메시지",
        TemplatePurpose.Share => "공유",
        TemplatePurpose.Message => "메시지 API",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such choice."),
    };
}

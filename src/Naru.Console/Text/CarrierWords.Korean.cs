namespace Naru.Console.Text;

internal sealed class CarrierKorean : CarrierWords
{
    public override string Carriers => "중계사";

    public override string CarriersHelp => "메시지가 나가는 곳입니다. 종류와 주소는 설정에서 정하고, 인증 정보는 여기에서 입력하거나 바꿀 수 있습니다.";

    public override string Channels => "채널";

    public override string Limit => "초당 제한";

    public override string NoLimit => "제한 없음";

    public override string PerSecond(int count) => $"초당 {count:N0}건";

    public override string SinceStart => "시작한 뒤로";

    public override string Counted(long taken, long ended, long notSent, long unclear) => $"접수 {taken:N0} · 바로 끝남 {ended:N0} · 보내지 못함 {notSent:N0} · 불확실 {unclear:N0}";

    public override string Standing => "상태";

    public override string Part => "부분";

    public override string Since => "언제부터";

    public override string Up => "정상";

    public override string Pausing => "쉬는 중";

    public override string Down => "응답 없음";

    public override string NoCredentials => "인증 정보 없음";

    public override string NothingCanBreak => "이 컴퓨터 안에 있어 끊어질 연결이 없습니다.";

    public override string Credentials => "인증 정보";

    public override string CredentialsHelp => "입력한 값은 암호화해 보관하고 다시 보여 주지 않습니다. 저장하면 재시작 없이 다음 요청부터 쓰입니다.";

    public override string CredentialsMayStayHelp => "비워 둔 항목은 그대로 둡니다.";

    public override string Entered(string at) => $"{at}에 입력함";

    public override string FromSettings => "설정 파일의 값";

    public override string Missing => "없음";

    public override string NotNeeded => "없음 (선택)";

    public override string EnterCredentials => "인증 정보 저장";

    public override string ValueNeeded => "하나 이상 입력하십시오.";

    public override string ValueTooLong(int limit) => $"{limit:N0}자를 넘을 수 없습니다.";

    public override string CredentialsSaved => "인증 정보를 저장했습니다. 다음 요청부터 쓰입니다.";

    public override string Forget => "입력한 값 지우기";

    public override string ForgetAsk => "입력한 인증 정보를 지울까요? 설정에 값이 있으면 그 값을 쓰고, 없으면 보내지 못합니다.";

    public override string Forgotten => "입력한 인증 정보를 지웠습니다.";

    public override string Import => "발신 프로필과 템플릿 가져오기";

    public override string ImportAsk(string workspace) => $"이 계정의 발신 프로필과 템플릿을 워크스페이스 ‘{workspace}’(으)로 가져옵니다. 이미 있는 것은 갱신하고, 지우는 것은 없습니다.";

    public override string Imported => "가져온 결과";

    public override string ImportedSenders(int count, int newOnes) => $"발신 프로필 {count:N0}개, 그중 새것 {newOnes:N0}개";

    public override string ImportedTemplates(int count, int newOnes) => $"템플릿 {count:N0}개, 그중 새것 {newOnes:N0}개";

    public override string NotTaken => "가져오지 않은 것";

    public override string ImportFailed => "가져오지 못했습니다. 그전에 읽은 것은 남아 있습니다.";

    public override string Routes => "라우팅";

    public override string RoutesHelp => "어느 채널을 어느 중계사로 보낼지 정합니다. 발신 번호나 프로필의 것이 워크스페이스의 것보다, 워크스페이스의 것이 전체의 것보다 앞섭니다. 지금부터 접수하는 메시지에 바로 적용됩니다.";

    public override string NoRoutes => "정한 라우팅이 없습니다. 모두 설정대로 나갑니다.";

    public override string Otherwise => "그 밖에는 설정대로";

    public override string Whose => "대상";

    public override string AllWorkspaces => "모든 워크스페이스";

    public override string ThisWorkspace(string name) => $"워크스페이스 ‘{name}’";

    public override string Sender => "발신 프로필";

    public override string Channel => "채널";

    public override string Carrier => "중계사";

    public override string MovingTo => "옮겨 갈 중계사";

    public override string MovesNot => "옮기지 않음";

    public override string PerCent => "옮길 비율 (%)";

    public override string PerCentHelp => "수신자의 비율입니다. 한 번 옮겨 간 사람은 비율을 올려도 그대로 있습니다.";

    public override string Staff => "직원 번호";

    public override string StaffHelp => "비율과 상관없이 새 중계사로 보낼 번호를 한 줄에 하나씩 적습니다. 먼저 여기로 한 건 보내 보십시오.";

    public override string StaffCount(int count) => $"직원 {count:N0}명";

    public override string SetRoute => "라우팅 저장";

    public override string Change => "바꾸기";

    public override string Remove => "지우기";

    public override string RemoveAsk => "이 라우팅을 지울까요? 그 뒤로는 더 넓은 라우팅이나 설정을 따릅니다.";

    public override string RouteSaved => "라우팅을 저장했습니다.";

    public override string RouteRemoved => "라우팅을 지웠습니다.";

    public override string NoSuchCarrier => "설정에 없는 중계사입니다.";

    public override string NotItsChannel => "이 채널을 보낼 수 없는 중계사입니다.";

    public override string SameCarrier => "지금 중계사와 다른 곳을 고르십시오.";

    public override string PerCentNeeded => "0부터 100까지의 정수를 적으십시오.";

    public override string NoNumber(string line) => $"‘{line}’은(는) 전화번호가 아닙니다.";

    public override string TooManyStaff(int limit) => $"{limit:N0}개까지 적을 수 있습니다.";

    public override string NotYours => "이 워크스페이스의 발신 프로필이 아닙니다.";

    public override string ChannelNeeded => "채널을 고르십시오.";
}

namespace Naru.Console.Text;

internal sealed class AlarmKorean : AlarmWords
{
    public override string Title => "알람";

    public override string Waiting => "건의 미확인 알람";

    public override string Help => "알람은 사람이 살펴볼 일이 있다는 뜻입니다. 한 번만 울리고 계속되는 동안 횟수를 세며, 원인이 사라지면 저절로 해제됩니다. 확인을 누르면 다른 담당자가 처리 중임을 알 수 있습니다.";

    public override string Open => "진행 중";

    public override string NoneOpen => "살펴볼 알람이 없습니다.";

    public override string MoreOpen(int count) => $"진행 중인 알람이 {count:N0}건 더 있습니다.";

    public override string Cleared => "해제됨";

    public override string What => "내용";

    public override string Whose => "워크스페이스";

    public override string Installation => "설치 전체";

    public override string Count => "횟수";

    public override string First => "시작";

    public override string Last => "마지막";

    public override string Ended => "해제";

    public override string State => "상태";

    public override string IsWaiting => "미확인";

    public override string IsAcknowledged => "확인함";

    public override string IsCleared => "해제됨";

    public override string By(string name) => $"확인: {name}";

    public override string Acknowledge => "확인";

    public override string AcknowledgedDone => "알람을 확인했습니다.";

    public override string Webhook => "웹훅";

    public override string WebhookHelp => "이 워크스페이스의 알람이 울리고 해제될 때 이 주소로 알립니다. 요청은 Standard Webhooks 방식으로 서명합니다. 비워 두면 보내지 않습니다.";

    public override string Url => "URL";

    public override string Secret => "비밀 키";

    public override string SecretHelp(int shortest) => $"요청에 서명하는 키입니다. {shortest}자 이상이어야 하며 whsec_로 시작하면 Base64로 읽습니다. 다시 표시하지 않습니다.";

    public override string SecretKept => "저장된 키가 있습니다. 바꾸려면 새 키를 입력해 주세요.";

    public override string BadSecret(int shortest, int longest) => $"서명에 쓸 수 없는 키입니다. {shortest}~{longest}자 또는 whsec_와 Base64로 입력해 주세요.";

    public override string SavedDone => "저장했습니다.";

    public override string NotTaken => "게이트웨이가 종료되는 중이라 아무것도 바꾸지 않았습니다.";
}

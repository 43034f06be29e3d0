namespace Naru.Console.Text;

internal sealed class ShellKorean : ShellWords
{
    public override string Product => "나루 콘솔";

    public override string SkipToContent => "본문으로 건너뛰기";

    public override string Pages => "페이지";

    public override string Messages => "메시지";

    public override string Bulks => "묶음";

    public override string Apps => "앱";

    public override string Webhooks => "웹훅";

    public override string Senders => "발신 프로필";

    public override string Credentials => "인증 정보";

    public override string Workspaces => "워크스페이스";

    public override string Handset => "휴대폰";

    public override string SignIn => "로그인";

    public override string SignOut => "로그아웃";

    public override string Name => "이름";

    public override string Password => "비밀번호";

    public override string SignInHelp => "운영자 인증 정보의 이름과 비밀번호로 로그인합니다.";

    public override string DemoSignIn(string who) => $"데모 로그인: {who}";

    public override string WrongPassword => "이름 또는 비밀번호가 맞지 않습니다.";

    public override string TooManySignIns(int seconds) => $"로그인 시도가 너무 많습니다. {seconds}초 뒤에 다시 시도하십시오.";

    public override string DemoOffLoopback => "데모 인증 정보는 이 컴퓨터에서만 쓸 수 있습니다. 다른 컴퓨터에서 쓰려면 demo --allow-remote 로 시작하십시오.";

    public override string FormIsStale => "양식이 만료되었습니다. 뒤로 가서 페이지를 새로 고친 뒤 다시 시도하십시오.";

    public override string AllTimesIn(string zone) => $"시각은 {zone} 기준이며, 옆에 UTC를 함께 적습니다.";

    public override string ChangeZone => "시간대 바꾸기";

    public override string LiveLost => "연결이 끊겼습니다. 다시 연결할 때까지 보이는 내용이 오래되었을 수 있습니다.";

    public override string Zone => "시간대";

    public override string ZoneHelp => "이 브라우저에서 보이는 시각과 입력하는 시각이 모두 이 시간대를 따릅니다.";

    public override string SignedInAs(string name) => $"{KoreanParticle.Ro(name)} 로그인함";

    public override string NotFound => "찾을 수 없습니다";

    public override string NotFoundHelp => "주소가 틀렸거나, 보관 기간이 지나 지워졌거나, 다른 워크스페이스의 것입니다.";

    public override string None => "없음";

    public override string Copy => "복사";

    public override string Copied => "복사했습니다";

    public override string Confirm => "확인";

    public override string NextPage => "다음";

    public override string FirstPage => "처음으로";

    public override string Save => "저장";

    public override string Back => "뒤로";
}

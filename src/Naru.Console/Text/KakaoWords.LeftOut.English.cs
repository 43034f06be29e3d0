namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string LeftOut => "Links left out";

    public override string LeftOutHelp =>
        "These domains are not among the app's web domains, so messages and shares went without their links. Whoever sent them was told of a success, as at Kakao. "
        + "Register a domain above, and it is gone from here. Counted since the gateway was started.";

    public override string NothingLeftOut => "No link was left out.";

    public override string LeftOutDomain => "Domain";

    public override string LeftOutPlace => "Last place in the message";

    public override string LeftOutCount => "Links";

    public override string LeftOutLast => "Last";
}

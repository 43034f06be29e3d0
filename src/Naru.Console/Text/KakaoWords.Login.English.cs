namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string ForDevelopers => "For the developers";

    public override string Asked => "Asked for";

    public override string ToConsole => "Open the console";

    public override string? LoginHint(string code) => code switch
    {
        "KOE004" => "Among the options of the app’s page, switch Kakao Login on and Suspended off.",
        "KOE005" => "Only members log in to a test app. Make this person a member on the app’s page, or switch Test app off.",
        "KOE006" => "Register what was asked for as a redirect URI on the app’s page, to the letter: http or https, the port and a / at the end count.",
        "KOE007" => "Register what was asked for as a logout redirect URI on the app’s page, to the letter.",
        "KOE008" => "Write the REST API key as client_id. The admin key cannot be used here.",
        "KOE101" => "No app has this client_id. Write the REST API key of the app’s page; the demo app’s is demo-rest-key.",
        "KOE102" => "Link a KakaoTalk channel on the app’s page, or leave channel_public_id out.",
        "KOE201" or "KOE202" => "Write response_type=code.",
        "KOE205" => "Switch the item on among the consent items of the app’s page, or leave it out of scope.",
        _ => null,
    };
}

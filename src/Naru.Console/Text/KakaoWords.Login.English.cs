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

    public override string? ShareHint(int code) => code switch
    {
        4002 => "Something is wrong with the message. Mend the template or its arguments as it says below.",
        4003 => "No app has this key. Write the JavaScript key or the native app key of the app’s page.",
        4006 => "Today’s quota of sharing is used up. It can be raised among the quotas of the app’s page.",
        4012 => "This account has no KakaoTalk.",
        4013 => "This account is restricted.",
        4019 => "The page’s domain, the key hash or the bundle ID is not registered, or the address may not call. See web domains and access lists on the app’s page.",
        4020 => "The app is suspended. Switch Suspended off among the options of its page.",
        _ => null,
    };
}

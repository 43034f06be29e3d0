namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string ForDevelopers => "개발자에게";

    public override string Asked => "요청한 값";

    public override string ToConsole => "콘솔 열기";

    public override string? LoginHint(string code) => code switch
    {
        "KOE004" => "앱 페이지의 옵션에서 ‘카카오 로그인 사용’을 켜고, ‘이용 정지’를 끄십시오.",
        "KOE005" => "테스트 앱에는 팀원만 로그인합니다. 앱 페이지에서 이 사람을 팀원으로 고르거나 ‘테스트 앱’을 끄십시오.",
        "KOE006" => "앱 페이지의 ‘리다이렉트 URI’에 요청한 값과 한 글자도 다르지 않게 등록하십시오. http와 https, 포트, 끝의 /도 같아야 합니다.",
        "KOE007" => "앱 페이지의 ‘로그아웃 리다이렉트 URI’에 요청한 값과 한 글자도 다르지 않게 등록하십시오.",
        "KOE008" => "client_id에는 REST API 키를 쓰십시오. 어드민 키는 쓸 수 없습니다.",
        "KOE101" => "client_id가 어느 앱의 키도 아닙니다. 앱 페이지의 REST API 키를 쓰십시오. 데모 앱의 키는 demo-rest-key입니다.",
        "KOE102" => "앱 페이지의 ‘연결된 카카오톡 채널’에 채널을 등록하거나 channel_public_id를 빼십시오.",
        "KOE201" or "KOE202" => "response_type=code를 쓰십시오.",
        "KOE205" => "앱 페이지의 ‘동의 항목’에서 이 항목을 켜거나 scope에서 빼십시오.",
        _ => null,
    };

    public override string? ShareHint(int code) => code switch
    {
        4002 => "공유할 메시지에 잘못이 있습니다. 아래 내용을 보고 템플릿이나 인자를 고치십시오.",
        4003 => "어느 앱의 키도 아닙니다. 앱 페이지의 JavaScript 키나 네이티브 앱 키를 쓰십시오.",
        4006 => "오늘의 공유 쿼터를 모두 사용했습니다. 앱 페이지의 ‘쿼터’에서 올릴 수 있습니다.",
        4012 => "이 계정은 카카오톡을 사용하지 않습니다.",
        4013 => "이용이 제한된 계정입니다.",
        4019 => "이 페이지의 도메인이나 앱의 키 해시, 번들 ID가 등록되지 않았거나, 허용하지 않은 IP입니다. 앱 페이지의 ‘웹 도메인’과 접근 허용 목록을 확인하십시오.",
        4020 => "이용이 정지된 앱입니다. 앱 페이지의 옵션에서 ‘이용 정지’를 끄십시오.",
        _ => null,
    };
}

using System.Text.RegularExpressions;

namespace Naru.Core.Templates.Linting;

/// <summary>Codes and passwords.</summary>
internal static class SecurityRules
{
    private static readonly LintRule NoContext = new(
        "code-without-context", Severity.Warning,
        new("인증번호가 어디에서 무엇에 쓰이는지 적어야 합니다.", "A code says whose it is or what it is for."), "audit guide §3 (1)");

    private static readonly LintRule NoCode = new(
        "security-without-code", Severity.Warning,
        new("보안 템플릿은 인증번호와 비밀번호를 위한 것입니다.", "Security templates are for codes and passwords."), "rules §1.2");

    private static readonly LintRule Shown = new(
        "code-shown-everywhere", Severity.Hint,
        new("인증번호를 보내는 템플릿은 보안 템플릿으로 하는 편이 안전합니다.", "Better hide codes on other devices: set security."), "rules §1.2");

    public static readonly LintRule[] All = [NoContext, NoCode, Shown];

    private static readonly Regex s_code = Phrases.Regex(
        @"인증\s*(번호|코드|키)|확인\s*코드|보안\s*코드|임시\s*비밀번호|일회용\s*비밀번호|\botp\b|(verification|auth(entication)?|login|security|one[- ]time)\s*(code|number|password)|passcode");

    private static readonly Regex s_security = Phrases.Regex(@"인증|비밀번호|암호|보안|로그인|\botp\b|verif|auth|password|passcode|login|\bcode\b|코드");

    /// <summary>What every message with a code says, whoever sends it.</summary>
    private static readonly Regex s_anybody = Phrases.Regex(
        @"입니다|이에요|예요|입력\s*(란에|창에)?|해\s*주(세요|십시오|시기\s*바랍니다)|하(세요|십시오)|부탁\s*드립니다|주(세요|십시오)|바랍니다|안내|발급|요청\s*하신|요청|본인\s*확인|본인|확인|인증|번호|코드|비밀번호|안녕하세요|고객님(의|께서)?|회원님(의|께서)?|귀하의|님(의|께서)?|아래|다음|화면에|유효\s*시간|제한\s*시간|\d+\s*(분|초)|분\s*(이내|내|안)에?|이내에?|내에|타인에게|노출|공유|알려\s*주지|절대|마세요|마십시오|않도록|주의|감사합니다|은|는|을|를|이|가|의|에|로|으로|\b(your|the|is|a|code|verification|authentication|please|enter|do|not|share|with|anyone|it|valid|for|minutes?|number|password|otp)\b");

    /// <summary>A variable that will say who or what.</summary>
    private static readonly Regex s_whose = Phrases.Regex(@"서비스|회사|업체|상호|브랜드|기관|사이트|쇼핑몰|매장|앱|용도|목적|service|company|brand|shop|site|store|app|purpose");

    /// <summary>A text that hands over a code.</summary>
    public static bool HasCode(LintText text) => text.Variables.Count > 0 && s_code.IsMatch(text.Masked);

    public static void Check(LintRun run)
    {
        var text = run.Text;
        if (HasCode(text))
        {
            var code = s_code.Match(text.Masked);
            if (!text.Variables.Any(variable => s_whose.IsMatch(variable.Name)) && s_anybody.Replace(s_code.Replace(text.Masked, " "), " ").Count(char.IsLetter) < 2)
            {
                run.Add(
                    NoContext, "text", code.Index, code.Length,
                    new("누가 보낸, 무엇을 위한 번호인지 알 수 없습니다.", "Nobody can tell who sends this code or what it is for."),
                    new("'[나루] 로그인 인증번호' 처럼 서비스와 용도를 적으십시오.", "Name the service and the purpose, as in '[나루] 로그인 인증번호'."));
            }

            if (!run.Template.Security)
            {
                run.Add(Shown, "security", new("인증번호가 모든 기기의 알림에 보입니다.", "The code is shown on every device."), new("보안 템플릿으로 설정하십시오.", "Set security."));
            }
        }
        else if (run.Template.Security && !run.Members.Any(member => s_security.IsMatch(member.Text)))
        {
            run.Add(
                NoCode, "security", new("인증번호나 비밀번호가 없는데 보안 템플릿으로 설정했습니다.", "Security is set, and there is no code or password."),
                new("보안 설정을 끄십시오. 다른 기기에서 본문이 보이지 않게 됩니다.", "Switch it off: on other devices the text would be hidden."));
        }
    }
}

using System.Text.RegularExpressions;

namespace Naru.Core.Templates.Linting;

/// <summary>A greeting informs nobody of anything (audit guide, black list (4) and (8)).</summary>
internal static class GreetingRules
{
    private static readonly LintRule Only = new(
        "text-only-greeting", Severity.Warning, new("인사만 담은 메시지는 보낼 수 없습니다.", "A message is more than a greeting."), "audit guide, black list (4), (8)");

    public static readonly LintRule[] All = [Only];

    private static readonly Regex s_sender = Phrases.Regex(@"^\s*[\[【(][^\]】)\n]{0,40}[\]】)]");

    private static readonly Regex s_greeting = Phrases.Regex(
        @"안녕하(세요|십니까|신지요)|반갑습니다|(진심으로|항상|늘|언제나|대단히|정말)|감사\s*(합니다|드립니다|드려요|해요)|고맙습니다|환영\s*(합니다|해요)|축하\s*(드립니다|드려요|합니다|해요)|생일|생신|새해\s*복\s*많이\s*받으세요|새해|복\s*많이|즐거운|행복한|좋은|따뜻한|건강한|풍성한|하루|한\s*주|주말|명절|추석|한가위|설날|설|크리스마스|연말|연시|연휴|(되|보내)(세요|십시오|시기\s*바랍니다|시길\s*바랍니다)|한\s*해\s*(동안)?|\d+\s*년|동안|수고\s*(하셨습니다|많으셨습니다|하십니다)|건강하(세요|십시오)|고객님?|회원님?|여러분(의|께|들)?|봉사자님?들?(의)?|(저희|우리)(를|와|의)?|이용해\s*주셔서|찾아\s*주셔서|사랑해\s*주셔서|앞으로도|잘\s*부탁드립니다|함께해\s*주셔서|모두|님(의|께|들)?|\b(hello|hi|dear|thank|thanks|you|welcome|happy|birthday|new|year|merry|christmas|good|morning|day|have|a|nice|greetings|for|your|our|us|being|with)\b");

    public static void Check(LintRun run)
    {
        var text = run.Text.Masked;
        if (!run.Text.Masked.Any(char.IsLetter) || run.Template.Emphasis == Emphasis.ItemList)
        {
            return;
        }

        var standing = s_sender.Replace(text, " ");
        var rest = s_greeting.Replace(standing, " ");
        if (rest.Count(char.IsLetter) <= 3 && rest.Count(char.IsLetter) < standing.Count(char.IsLetter) && s_greeting.IsMatch(standing))
        {
            run.Add(
                Only, "text", new("인사말뿐이어서 알리는 내용이 없습니다.", "It is a greeting only and informs of nothing."),
                new("알려야 할 내용을 적으십시오. 인사는 브랜드 메시지로 보내십시오.", "Say what has to be told; send greetings as Brand Messages."));
        }
    }
}

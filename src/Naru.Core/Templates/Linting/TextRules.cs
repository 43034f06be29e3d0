using System.Buffers;
using System.Globalization;

namespace Naru.Core.Templates.Linting;

/// <summary>The text: its length and the characters that nobody sees.</summary>
internal static class TextRules
{
    private static readonly LintRule Empty = new("text-empty", Severity.Error, new("본문이 있어야 합니다.", "A template has a text."), "rules §1.2") { Predicts = ["3013"] };

    private static readonly LintRule TooLong = new(
        "text-too-long", Severity.Error, new("본문은 변수를 포함해 제한을 넘을 수 없습니다.", "The text, variables included, keeps to its limit."), "rules §1.2")
    {
        Predicts = ["3014"], DealerCodes = ["-2019"],
    };

    private static readonly LintRule TooLongBesideItems = new(
        "text-too-long-beside-items", Severity.Error, new("아이템 리스트형의 본문은 더 짧아야 합니다.", "Beside an item list the text is shorter."), "rules §1.2")
    {
        Predicts = ["3014"], DealerCodes = ["-2037"],
    };

    private static readonly LintRule TooLongWithNotice = new(
        "text-too-long-with-notice", Severity.Error,
        new("본문에 부가 정보와 채널 추가 안내를 더한 길이가 제한을 넘을 수 없습니다.", "Text, extra information and the channel's invitation together keep to the limit."),
        "rules §1.2, KakaoTalk's production guide 1-2")
    {
        Predicts = ["3014"],
    };

    private static readonly LintRule Invisible = new(
        "text-invisible-character", Severity.Warning,
        new("보이지 않는 문자가 없어야 합니다.", "No character is invisible."), "rules §1.4 (inferred)") { Predicts = ["3016"] };

    private static readonly LintRule SpaceAtEnd = new(
        "text-space-at-end", Severity.Hint,
        new("본문이나 줄의 끝에 공백이 없는 편이 안전합니다.", "Better no space ends the text or a line."), "rules §1.4 (inferred)") { Predicts = ["3016"] };

    private static readonly LintRule LittleRoom = new(
        "little-room", Severity.Hint,
        new("변수마다 값이 들어갈 자리가 넉넉해야 합니다.", "There is room for the values."), "rules §1.2, §1.4")
    {
        Predicts = ["3014", "3027", "3029", "3032", "3034", "3035", "3037", "3039", "3042"],
    };

    public static readonly LintRule[] All = [Empty, TooLong, TooLongBesideItems, TooLongWithNotice, Invisible, SpaceAtEnd, LittleRoom];

    /// <summary>Fewer characters than this for each variable are seldom enough: a name has three, a date ten.</summary>
    private const int RoomOfValue = 10;

    /// <summary>Where little fits at all, as in a header.</summary>
    private const int RoomOfValueInShort = 6;

    private static readonly SearchValues<char> s_invisible = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\n', '\r', '\t']), '\u007F', '\u00A0', '\u00AD', '\u115F', '\u1160', '\u200B', '\u200E', '\u200F',
            '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\u3164', '\uFEFF', '\uFFA0']);

    public static void Check(LintRun run)
    {
        CheckLength(run);
        foreach (var member in run.Members)
        {
            if (member.Text.AsSpan().IndexOfAny(s_invisible) is >= 0 and var at)
            {
                var code = ((int)member.Text[at]).ToString("X4", CultureInfo.InvariantCulture);
                run.Add(
                    Invisible, member.Place, at, 1,
                    new($"보이지 않는 문자(U+{code})가 있습니다. 발송 문구와 달라지기 쉽습니다.", $"There is an invisible character (U+{code}); what is sent will easily differ from it."),
                    new("그 문자를 지우고 다시 입력하십시오.", "Delete it and type the place again."));
            }

            if (LimitOf(run, member.Place) is { } limit)
            {
                CheckRoom(run, member, limit);
            }
        }

        CheckSpaces(run);
    }

    private static void CheckLength(LintRun run)
    {
        var (template, rules) = (run.Template, run.Rules);
        if (string.IsNullOrWhiteSpace(template.Text))
        {
            run.Add(Empty, "text", new("본문이 비어 있습니다.", "The text is empty."), new("전달할 내용을 적으십시오.", "Write what is to be told."));
        }
        else if (template.Text.Length > rules.MaxText)
        {
            run.AddTooLong(TooLong, "text", template.Text, rules.MaxText, "본문", "Text");
        }
        else if (template.Emphasis == Emphasis.ItemList && template.Text.Length > rules.MaxItemListText)
        {
            run.AddTooLong(TooLongBesideItems, "text", template.Text, rules.MaxItemListText, "아이템 리스트형 본문", "Text beside an item list");
        }
        else
        {
            run.AddTooLong(TooLongWithNotice, "text", template.Text, rules.RoomForText(template), "부가 정보나 채널 추가 안내가 붙는 본문", "Text with extra information or the channel's invitation");
        }
    }

    private static void CheckRoom(LintRun run, LintText member, int limit)
    {
        var standing = member.Text.Length - member.Variables.Sum(variable => variable.Length);
        var room = limit - standing;
        if (member.Variables.Count == 0 || standing > limit || room >= (limit < AlimTalkLimits.Title ? RoomOfValueInShort : RoomOfValue) * member.Variables.Count)
        {
            return;
        }

        run.Add(
            LittleRoom, member.Place,
            new($"변수 {member.Variables.Count}개에 들어갈 자리가 모두 {room}자뿐입니다. 값을 채우면 {limit}자를 넘기 쉽습니다.",
                $"{room} characters are left for {member.Variables.Count} variables; with their values in it will easily exceed {limit}."),
            new("고정 문구를 줄이거나 변수를 다른 곳으로 옮기십시오.", "Shorten the fixed words, or move a variable elsewhere."));
    }

    private static int? LimitOf(LintRun run, string place) => place switch
    {
        "text" => run.Rules.RoomForText(run.Template),
        "title" => run.Rules.MaxTitle,
        "header" => AlimTalkLimits.Header,
        "highlight.title" => AlimTalkLimits.OfHighlightTitle(run.Template.Highlight?.ImageUrl is not null),
        "highlight.description" => AlimTalkLimits.OfHighlightDescription(run.Template.Highlight?.ImageUrl is not null),
        "summary.description" => AlimTalkLimits.SummaryDescription,
        _ when place.StartsWith("items[", StringComparison.Ordinal) => AlimTalkLimits.ItemDescription,
        _ => run.Rules.MaxLink,
    };

    private static void CheckSpaces(LintRun run)
    {
        var text = run.Template.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            var start = char.IsWhiteSpace(text[0]) ? 0 : text.TrimEnd().Length;
            Found(start, start == 0 ? text.Length - text.TrimStart().Length : text.Length - start);
            return;
        }

        var at = text.IndexOf(" \n", StringComparison.Ordinal);
        if (at >= 0)
        {
            Found(at, 1);
        }

        void Found(int start, int length) => run.Add(
            SpaceAtEnd, "text", start, length,
            new("줄이나 본문의 처음 또는 끝에 공백이 있습니다. 발송할 때 빠지면 템플릿과 일치하지 않습니다.", "White space begins or ends the text or ends a line; lose it when sending, and nothing matches."),
            new("그 공백을 지우십시오.", "Delete it."));
    }
}

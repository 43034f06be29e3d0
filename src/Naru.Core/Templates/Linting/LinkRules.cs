using System.Text.RegularExpressions;
using Naru.Core.Content;

namespace Naru.Core.Templates.Linting;

/// <summary>Where buttons, quick replies and the bubble lead.</summary>
internal static class LinkRules
{
    private static readonly LintRule Missing = new(
        "link-missing", Severity.Error, new("웹 링크 버튼에는 모바일 링크가 있어야 합니다.", "A web link (WL) has a link for phones."), "rules §1.3") { Predicts = ["3027"] };

    private static readonly LintRule AppIncomplete = new(
        "app-link-incomplete", Severity.Error,
        new("앱 링크에는 Android, iOS, 모바일 링크 가운데 둘이 있어야 합니다.", "An app link (AL) has two of: Android scheme, iOS scheme, link for phones."), "rules §1.3")
    {
        Predicts = ["3027"], DealerCodes = ["-3007"],
    };

    private static readonly LintRule NoScheme = new(
        "link-without-http", Severity.Error, new("링크는 http:// 나 https:// 로 시작합니다.", "A link begins with http:// or https://."), "rules §1.3")
    {
        Predicts = ["3027", "3042"], DealerCodes = ["-3006"],
    };

    private static readonly LintRule OnlyVariable = new(
        "link-only-variable", Severity.Error,
        new("링크 전체를 변수로 할 때에도 http(s):// 는 변수 앞에 적습니다.", "Even where all of a link is a variable, http(s):// stands before it."), "rules §1.3")
    {
        Predicts = ["3027", "3042"], DealerCodes = ["-3006"],
    };

    private static readonly LintRule TooLong = new("link-too-long", Severity.Error, new("링크는 500자까지입니다.", "A link has at most 500 characters."), "rules §1.3") { Predicts = ["3027", "3042"] };

    private static readonly LintRule Shortened = new(
        "link-shortened", Severity.Warning, new("단축 주소를 쓰지 않습니다.", "No shortened address."), "audit guide §3 (inferred: a reviewer cannot see where it leads)");

    private static readonly LintRule Unused = new(
        "link-unused", Severity.Hint, new("링크를 쓰지 않는 종류의 버튼입니다.", "This kind of button has no link."), "rules §1.3");

    private static readonly LintRule AppScheme = new(
        "app-scheme-malformed", Severity.Warning, new("앱 링크는 '앱이름://' 꼴입니다.", "An app's link looks like 'app://'."), "rules §1.3 (inferred)");

    public static readonly LintRule[] All = [Missing, AppIncomplete, NoScheme, OnlyVariable, TooLong, Shortened, Unused, AppScheme];

    private static readonly Regex s_shortener = Phrases.Regex(
        @"^https?://(www\.)?(bit\.ly|goo\.gl|me2\.do|me2\.kr|tinyurl\.com|han\.gl|buly\.kr|vo\.la|url\.kr|c11\.kr|zrr\.kr|t\.co|ow\.ly|is\.gd|shorturl\.at|muz\.so|lrl\.kr|kko\.to|naver\.me|abit\.ly|m\.site\.naver\.com|rb\.gy|cutt\.ly)(/|$)");

    public static void Check(LintRun run)
    {
        CheckKinds(run, "buttons", run.Template.Buttons);
        CheckKinds(run, "quickReplies", run.Template.QuickReplies);
        foreach (var link in LintLink.Of(run.Template))
        {
            run.AddTooLong(TooLong, link.Place, link.Url, run.Rules.MaxLink, "링크", "Link");
            if (link.IsScheme)
            {
                CheckScheme(run, link);
            }
            else
            {
                CheckAddress(run, link);
            }
        }
    }

    private static void CheckKinds(LintRun run, string list, IReadOnlyList<Button> buttons)
    {
        for (var i = 0; i < buttons.Count; i++)
        {
            var button = buttons[i];
            string?[] links = [button.LinkMobile, button.SchemeAndroid, button.SchemeIos];
            switch (button.Kind)
            {
                case ButtonKind.WebLink when string.IsNullOrWhiteSpace(button.LinkMobile):
                    run.Add(Missing, $"{list}[{i}].linkMobile", new("모바일 링크가 없습니다.", "There is no link for phones."), new("모바일 링크를 적으십시오.", "Write one."));
                    break;
                case ButtonKind.AppLink when links.Count(link => !string.IsNullOrWhiteSpace(link)) < 2:
                    run.Add(
                        AppIncomplete, $"{list}[{i}]", new("Android, iOS, 모바일 링크 가운데 둘 이상이 있어야 합니다.", "Two of Android scheme, iOS scheme and link for phones have to be there."),
                        new("빠진 링크를 적으십시오.", "Write what is missing."));
                    break;
                case not (ButtonKind.WebLink or ButtonKind.AppLink) when links.Append(button.LinkPc).Any(link => !string.IsNullOrEmpty(link)):
                    run.Add(
                        Unused, $"{list}[{i}]", new($"{ButtonCodes.Of(button.Kind)} 버튼의 링크는 쓰이지 않습니다.", $"The links of a {ButtonCodes.Of(button.Kind)} button are not used."),
                        new("링크를 지우거나 WL로 바꾸십시오.", "Take them away, or choose WL."));
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckAddress(LintRun run, LintLink link)
    {
        if (!HttpLinks.IsOne(link.Url))
        {
            if (new LintText(link.Place, link.Url).Variables is [{ Start: 0 } first, ..])
            {
                run.Add(
                    OnlyVariable, link.Place, first.Start, first.Length,
                    new("링크가 변수로 시작합니다. http(s):// 는 고정으로 적어야 합니다.", "The link begins with a variable; http(s):// has to stand fast."),
                    new("'https://#{주소}' 처럼 적고 값에서는 빼십시오.", "Write 'https://#{주소}', and leave it out of the value."));
            }
            else
            {
                run.Add(
                    NoScheme, link.Place, new("링크가 http:// 나 https:// 로 시작하지 않습니다.", "The link does not begin with http:// or https://."), new("앞에 https:// 를 붙이십시오.", "Write https:// before it."));
            }
        }
        else if (s_shortener.IsMatch(link.Url))
        {
            run.Add(
                Shortened, link.Place, new("단축 주소여서 어디로 가는지 심사자가 알 수 없습니다.", "The address is shortened: a reviewer cannot tell where it leads."),
                new("원래 주소를 적으십시오.", "Write the address itself."));
        }
    }

    private static void CheckScheme(LintRun run, LintLink link)
    {
        if (!link.Url.Contains("://", StringComparison.Ordinal) && !link.Url.StartsWith("intent:", StringComparison.OrdinalIgnoreCase) && new LintText("", link.Url).Variables is not [{ Start: 0 }, ..])
        {
            run.Add(AppScheme, link.Place, new("앱을 여는 주소로 보이지 않습니다.", "This does not look like an address that opens an app."), new("'앱이름://경로' 꼴로 적으십시오.", "Write it as 'app://path'."));
        }
    }
}

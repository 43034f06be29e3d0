using System.Text.RegularExpressions;
using Naru.Core.Content;
using Naru.Core.Results;
using Naru.Core.Templates;
using Naru.Core.Templates.Linting;

namespace Naru.Core.Tests.Templates;

public sealed class LintRulesTests
{
    [Fact]
    public void Ids_are_kebab_case_and_each_stands_once()
    {
        var ids = LintRules.OfTemplates.Concat(LintRules.OfMessages).Concat(LintRules.OfImages).Select(rule => rule.Id).ToList();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => Regex.IsMatch(id, "^[a-z]+(-[a-z]+)+$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Every_rule_and_every_finding_is_told_in_both_languages()
    {
        var texts = LintRules.OfTemplates.Concat(LintRules.OfMessages).Concat(LintRules.OfImages).Select(rule => rule.Title)
            .Concat(CorpusTemplate.Broken.SelectMany(template => TemplateLinter.Check(template.Reading.Details!, AlimTalkRules.Default))
                .SelectMany(finding => new[] { finding.Explanation, finding.Mend ?? finding.Explanation }));
        foreach (var text in texts)
        {
            text.Ko.ShouldMatch(@"\p{IsHangulSyllables}.*\.'?$");
            text.En.ShouldMatch(@"[A-Za-z].*\.'?$");
        }
    }

    [Fact]
    public void A_rule_predicts_only_codes_that_the_centre_answers_to_content() =>
        LintRules.OfTemplates.Concat(LintRules.OfMessages).SelectMany(rule => rule.Predicts).Except(AlimTalkCheck.Codes, StringComparer.Ordinal).ShouldBeEmpty();

    /// <summary>The length of values (3025) is no matter of the template: it is predicted for the message.</summary>
    [Fact]
    public void Every_code_that_the_centre_answers_to_content_is_predicted_by_a_rule()
    {
        AlimTalkCheck.Codes.Except(LintRules.OfMessages.SelectMany(rule => rule.Predicts), StringComparer.Ordinal).ShouldBeEmpty();
        AlimTalkCheck.Codes.Except(LintRules.OfTemplates.SelectMany(rule => rule.Predicts), StringComparer.Ordinal).ShouldBe(["3025"]);
    }

    /// <summary>One message for each code: what the centre answers is what the linter says before, with the place.</summary>
    public static TheoryData<string, AlimTalkContent> Refused()
    {
        var sent = new AlimTalkContent("all", "하늘님, 안내입니다.", null, [new Button(ButtonKind.BotSwitch, "문의")], null)
        {
            Parts = new AlimTalkParts
            {
                Header = "나루 안내",
                Highlight = new Highlight("우산", "결제"),
                Items = [new ListItem("번호", "1"), new ListItem("수단", "카드")],
                Summary = new ListItem("합계", "1원"),
                Link = new RepresentLink("https://naru.example/1"),
            },
        };
        var parts = sent.Parts;
        return new TheoryData<string, AlimTalkContent>
        {
            { "3013", sent with { Text = "" } },
            { "3014", sent with { Text = $"{new string('가', 700)}님, 안내입니다." } },
            { "3016", sent with { Text = "하늘님, 안내합니다." } },
            { "3025", sent with { Text = "하늘하늘하늘하늘하늘하늘님, 안내입니다." } },
            { "3026", sent with { Buttons = [sent.Buttons[0] with { ChatEvent = "a b" }] } },
            { "3027", sent with { Buttons = [] } },
            { "3029", sent with { Title = new string('가', 51) } },
            { "3030", sent with { Title = "제목" } },
            { "3031", sent with { Parts = parts with { Header = "나루 소식" } } },
            { "3032", sent with { Parts = parts with { Header = $"{new string('가', 14)} 안내" } } },
            { "3033", sent with { Parts = parts with { Highlight = null } } },
            { "3034", sent with { Parts = parts with { Highlight = new Highlight(new string('가', 31), "결제") } } },
            { "3035", sent with { Parts = parts with { Highlight = new Highlight("우산", new string('가', 20)) } } },
            { "3036", sent with { Parts = parts with { Items = [] } } },
            { "3037", sent with { Parts = parts with { Items = [new ListItem("번호", new string('1', 24)), parts.Items[1]] } } },
            { "3038", sent with { Parts = parts with { Summary = null } } },
            { "3039", sent with { Parts = parts with { Summary = new ListItem("합계", "1,234,567,890,123원") } } },
            { "3040", sent with { Parts = parts with { Summary = new ListItem("합계", "약 1원") } } },
            { "3042", sent with { Parts = parts with { Link = null } } },
        };
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_centre_answers_to_a_message_is_said_before_it_is_sent(string code, AlimTalkContent message)
    {
        var template = new AlimTalkPattern(new Template("key", "all", TemplateState.Approved, new TemplateDetails("모두", "#{이름}님, 안내입니다.")
        {
            Emphasis = Emphasis.ItemList,
            Header = "#{상점} 안내",
            Highlight = new Highlight("#{상품}", "결제"),
            Items = [new ListItem("번호", "#{번호}"), new ListItem("수단", "카드")],
            Summary = new ListItem("합계", "#{합계}원"),
            Buttons = [new Button(ButtonKind.BotSwitch, "문의")],
            Link = new RepresentLink("https://naru.example/#{번호}"),
        }));
        var rules = new AlimTalkRules { MaxValue = code == "3025" ? 10 : null };

        AlimTalkCheck.Compare(template, message, rules).Code.ShouldBe(code);
        var said = TemplateLinter.CheckMessage(template, message, rules);
        said.ShouldContain(finding => LintRules.Find(finding.Rule)!.Predicts.Contains(code) && finding.Severity == Severity.Error && finding.Place.Length > 0);
    }

    [Fact]
    public void Those_are_all_the_codes()
    {
        // 3028 needs a template with a title: it stands in AlimTalkCheckTests.
        Refused().Select(row => row.Data.Item1).Append("3028").Order(StringComparer.Ordinal).ShouldBe(AlimTalkCheck.Codes.Order(StringComparer.Ordinal));
        AlimTalkCheck.Codes.ShouldAllBe(code => ResultCodes.Find(code) != null);
    }

    [Fact]
    public void A_delivery_button_that_could_read_no_number_is_told_before_sending()
    {
        var template = new AlimTalkPattern(new Template("key", "ds", TemplateState.Approved, new TemplateDetails("배송", "택배사: #{택배사}\n송장번호: #{송장번호}")
        {
            Buttons = [new Button(ButtonKind.DeliveryTracking, "배송 조회")],
        }));
        AlimTalkContent Sent(string courier, string number) => new("ds", $"택배사: {courier}\n송장번호: {number}", null, [new Button(ButtonKind.DeliveryTracking, "배송 조회")], null);

        TemplateLinter.CheckMessage(template, Sent("한진택배", "123456789012"), AlimTalkRules.Default).ShouldBeEmpty();
        TemplateLinter.CheckMessage(template, Sent("우체국택배", "123456-1234567"), AlimTalkRules.Default).ShouldBeEmpty();
        TemplateLinter.CheckMessage(template, Sent("한진택배", "1234567"), AlimTalkRules.Default).Select(finding => finding.Rule).ShouldBe(["message-not-trackable"]);
        TemplateLinter.CheckMessage(template, Sent("나루택배", "123456789012"), AlimTalkRules.Default).Select(finding => finding.Rule).ShouldBe(["message-not-trackable"]);
    }
}

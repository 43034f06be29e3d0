using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Core.Tests.Templates;

/// <summary>Parts beside text, title and buttons: each with its own code and the place at which it leaves the template.</summary>
public sealed class ItemListCheckTests
{
    private static readonly TemplateDetails Receipt = new("영수증", "#{name}님, 결제가 완료되었습니다.")
    {
        Emphasis = Emphasis.ItemList,
        Header = "#{shop} 영수증",
        Highlight = new Highlight("#{goods}", "#{paid}원 결제"),
        Items = [new ListItem("주문번호", "#{order}"), new ListItem("결제수단", "#{method} 일시불")],
        Summary = new ListItem("합계", "#{paid}원"),
        QuickReplies = [new Button(ButtonKind.WebLink, "주문 보기", "https://naru.example/#{order}"), new Button(ButtonKind.BotKeyword, "문의")],
        Link = new RepresentLink("https://naru.example/o/#{order}"),
    };

    private static readonly Template Approved = new("key", "receipt", TemplateState.Approved, Receipt);

    private static readonly AlimTalkParts Parts = new()
    {
        Header = "나루 영수증",
        Highlight = new Highlight("우산", "12,000원 결제"),
        Items = [new ListItem("주문번호", "A-1"), new ListItem("결제수단", "카드 일시불")],
        Summary = new ListItem("합계", "12,000원"),
        QuickReplies = [new Button(ButtonKind.WebLink, "주문 보기", "https://naru.example/A-1"), new Button(ButtonKind.BotKeyword, "문의")],
        Link = new RepresentLink("https://naru.example/o/A-1"),
    };

    private static readonly AlimTalkContent Sent = new("receipt", "하늘님, 결제가 완료되었습니다.", null, [], null) { Parts = Parts };

    [Fact]
    public void A_message_made_from_an_item_list_is_let_through_with_the_variables_of_all_parts()
    {
        var verdict = Check(Sent);

        verdict.Code.ShouldBeNull();
        verdict.Difference.ShouldBeNull();
        verdict.Variables.ShouldBe(
            new Dictionary<string, string>
            {
                ["name"] = "하늘", ["shop"] = "나루", ["goods"] = "우산", ["paid"] = "12,000", ["order"] = "A-1", ["method"] = "카드",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void What_is_composed_has_all_parts_and_is_let_through()
    {
        var composed = AlimTalkComposer.Compose(
            "receipt", new AlimTalkPattern(Approved),
            new Dictionary<string, string> { ["name"] = "하늘", ["shop"] = "나루", ["goods"] = "우산", ["paid"] = "12,000", ["order"] = "A-1", ["method"] = "카드" }, false);

        composed.Content.Parts.ShouldBe(Parts);
        Check(composed.Content).IsMatch.ShouldBeTrue();
    }

    [Fact]
    public void Every_missing_variable_of_every_part_is_named() =>
        AlimTalkComposer.Compose("receipt", new AlimTalkPattern(Approved), new Dictionary<string, string> { ["name"] = "하늘" }, false).Note
            .ShouldBe("shop, goods, paid, order, method");

    public static TheoryData<string, AlimTalkParts, string, string> WrongParts() => new()
    {
        { "3031", Parts with { Header = "나루 명세서" }, "header", "영수증" },
        { "3031", Parts with { Header = null }, "header", " 영수증" },
        { "3032", Parts with { Header = "나루나루나루나루나루나루나 영수증" }, "header", "" },
        { "3033", Parts with { Highlight = null }, "highlight.title", "" },
        { "3033", Parts with { Highlight = Parts.Highlight! with { Description = "12,000원" } }, "highlight.description", " 결제" },
        { "3034", Parts with { Highlight = Parts.Highlight! with { Title = new string('가', 31) } }, "highlight.title", "" },
        { "3035", Parts with { Highlight = Parts.Highlight! with { Description = "123,456,789,012,345원 결제" } }, "highlight.description", "" },
        { "3036", Parts with { Items = [Parts.Items[0]] }, "items[1]", "결제수단" },
        { "3036", Parts with { Items = [Parts.Items[1], Parts.Items[0]] }, "items[0].title", "주문번호" },
        { "3036", Parts with { Items = [Parts.Items[0], Parts.Items[1] with { Description = "카드 할부" }] }, "items[1].description", "일시불" },
        { "3037", Parts with { Items = [Parts.Items[0] with { Description = new string('1', 24) }, Parts.Items[1]] }, "items[0].description", "" },
        { "3038", Parts with { Summary = null }, "summary", "합계" },
        { "3038", Parts with { Summary = new ListItem("총액", "12,000원") }, "summary.title", "합계" },
        { "3038", Parts with { Summary = new ListItem("합계", "12,000") }, "summary.description", "원" },
        { "3039", Parts with { Summary = new ListItem("합계", "12,345,678,901원") }, "summary.description", "" },
        { "3040", Parts with { Summary = new ListItem("합계", "약 12,000원") }, "summary.description", "" },
        { "3040", Parts with { Summary = new ListItem("합계", "1.234원") }, "summary.description", "" },
        { "3042", Parts with { Link = null }, "link.linkMobile", "https://naru.example/o/" },
        { "3042", Parts with { Link = new RepresentLink("https://evil.example/o/A-1") }, "link.linkMobile", "naru" },
        { "3027", Parts with { QuickReplies = [Parts.QuickReplies[0]] }, "quickReplies[1]", "문의" },
        { "3027", Parts with { QuickReplies = [Parts.QuickReplies[0] with { LinkMobile = "https://naru.example" }, Parts.QuickReplies[1]] }, "quickReplies[0].linkMobile", "/" },
    };

    [Theory]
    [MemberData(nameof(WrongParts))]
    public void A_part_that_differs_is_refused_with_its_code_and_place(string code, AlimTalkParts parts, string place, string expected)
    {
        var verdict = Check(Sent with { Parts = parts });

        verdict.Code.ShouldBe(code);
        var difference = verdict.Difference.ShouldNotBeNull();
        (difference.Place, difference.Expected).ShouldBe((place, expected));
    }

    [Fact]
    public void Parts_that_the_template_does_not_have_are_refused()
    {
        var plain = Approved with { Details = new TemplateDetails("이름", Receipt.Text) };

        Compare(plain, Sent with { Parts = new AlimTalkParts { Header = "나루" } }).Code.ShouldBe("3031");
        Compare(plain, Sent with { Parts = new AlimTalkParts { Highlight = Parts.Highlight } }).Code.ShouldBe("3033");
        Compare(plain, Sent with { Parts = new AlimTalkParts { Items = Parts.Items } }).Code.ShouldBe("3036");
        Compare(plain, Sent with { Parts = new AlimTalkParts { Summary = Parts.Summary } }).Code.ShouldBe("3038");
        Compare(plain, Sent with { Parts = new AlimTalkParts { QuickReplies = Parts.QuickReplies } }).Code.ShouldBe("3027");
        Compare(plain, Sent with { Parts = new AlimTalkParts { Link = Parts.Link } }).Code.ShouldBe("3042");
    }

    [Fact]
    public void Less_fits_beside_a_thumbnail()
    {
        var thumbnail = Approved with { Details = Receipt with { Highlight = Receipt.Highlight! with { ImageUrl = "https://naru.example/a.png" } } };

        Compare(thumbnail, Sent with { Parts = Parts with { Highlight = Parts.Highlight! with { Title = new string('가', 21) } } }).IsMatch.ShouldBeTrue();
        Compare(thumbnail, Sent with { Parts = Parts with { Highlight = Parts.Highlight! with { Title = new string('가', 22) } } }).Code.ShouldBe("3034");
        Compare(thumbnail, Sent with { Parts = Parts with { Highlight = Parts.Highlight! with { Description = "123,456,789원 결제" } } }).Code.ShouldBe("3035");
    }

    [Fact]
    public void The_mark_that_strikes_a_title_through_is_neither_compared_nor_counted()
    {
        var title = new string('가', 30);

        Check(Sent with { Parts = Parts with { Highlight = Parts.Highlight! with { Title = title + @"\s" } } }).IsMatch.ShouldBeTrue();
        Check(Sent with { Parts = Parts with { Highlight = Parts.Highlight! with { Title = title + @"\s\s" } } }).Code.ShouldBe("3034");

        var bill = new Template("key", "bill", TemplateState.Approved, new TemplateDetails("청구", "안내") { Emphasis = Emphasis.Text, Title = "87,000원", Subtitle = "정가" });
        Compare(bill, new AlimTalkContent("bill", "안내", @"87,000원\s", [], null)).IsMatch.ShouldBeTrue();
        Compare(bill, new AlimTalkContent("bill", "안내", @"\s87,000원", [], null)).Code.ShouldBe("3028");
    }

    [Fact]
    public void A_value_that_is_too_long_is_refused_only_where_a_limit_is_set()
    {
        var verdict = AlimTalkCheck.Compare(new AlimTalkPattern(Approved), Sent, new AlimTalkRules { MaxValue = 5 });

        (verdict.Code, verdict.Difference!.Place, verdict.Difference.Found).ShouldBe(("3025", "#{paid}", "0"));
        AlimTalkCheck.Compare(new AlimTalkPattern(Approved), Sent, new AlimTalkRules { MaxValue = 6 }).IsMatch.ShouldBeTrue();
    }

    [Fact]
    public void The_text_beside_an_item_list_is_measured_by_its_own_limit()
    {
        var room = 700 - Sent.Text.Length + "하늘".Length;

        Check(Sent with { Text = Sent.Text.Replace("하늘", new string('가', room), StringComparison.Ordinal) }).IsMatch.ShouldBeTrue();
        Check(Sent with { Text = Sent.Text.Replace("하늘", new string('가', room + 1), StringComparison.Ordinal) }).Code.ShouldBe("3014");
    }

    [Fact]
    public void All_parts_that_differ_are_told_to_people_who_mend_a_message() =>
        AlimTalkCheck.Faults(new AlimTalkPattern(Approved), Sent with { Text = "하늘님, 결제가 취소되었습니다.", Parts = Parts with { Header = "나루", Link = null } }, AlimTalkRules.Default)
            .Select(fault => fault.Code).ShouldBe(["3016", "3031", "3042"]);

    private static AlimTalkVerdict Check(AlimTalkContent content) => Compare(Approved, content);

    private static AlimTalkVerdict Compare(Template template, AlimTalkContent content) =>
        AlimTalkCheck.Compare(new AlimTalkPattern(template), content, AlimTalkRules.Default);
}

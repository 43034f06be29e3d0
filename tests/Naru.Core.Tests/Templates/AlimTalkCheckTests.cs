using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Core.Tests.Templates;

public sealed class AlimTalkCheckTests
{
    private static readonly Button Track = new(ButtonKind.WebLink, "배송 조회", "https://naru.example/#{package_id}", "https://naru.example/pc?id=#{package_id}");
    private static readonly Button Talk = new(ButtonKind.BotKeyword, "문의하기");

    private static readonly TemplateDetails Details = new("택배", "[나루]\n#{name}님, 택배 #{package_id}가 #{day}에 도착합니다.")
    {
        Emphasis = Emphasis.Text,
        Title = "#{day} 도착",
        Subtitle = "배송 안내",
        Buttons = [Track, Talk],
    };

    private static readonly Template Package = new("key", "package", TemplateState.Approved, Details);

    private static readonly AlimTalkContent Sent = new(
        "package", "[나루]\n하늘님, 택배 P-77가 월요일에 도착합니다.", "월요일 도착",
        [Track with { LinkMobile = "https://naru.example/P-77", LinkPc = "https://naru.example/pc?id=P-77" }, Talk], null);

    [Fact]
    public void A_message_made_from_its_template_is_let_through_with_the_variables_of_text_title_and_links()
    {
        var verdict = Check(Package, Sent);

        verdict.IsMatch.ShouldBeTrue();
        verdict.Variables.ShouldBe(new Dictionary<string, string> { ["name"] = "하늘", ["package_id"] = "P-77", ["day"] = "월요일" }, ignoreOrder: true);
    }

    [Fact]
    public void A_variable_that_stands_in_a_link_only_is_read_out_of_it()
    {
        var template = Package with { Details = Details with { Text = "보기", Title = null, Emphasis = Emphasis.None, Buttons = [Track with { LinkPc = null }] } };
        var content = new AlimTalkContent("package", "보기", null, [Track with { LinkMobile = "https://naru.example/A1", LinkPc = null }], null);

        Check(template, content).Variables["package_id"].ShouldBe("A1");
    }

    [Fact]
    public void Line_ends_may_be_written_either_way() => Check(Package, Sent with { Text = Sent.Text.ReplaceLineEndings("\r\n") }).IsMatch.ShouldBeTrue();

    [Theory]
    [InlineData("", "3013")]
    [InlineData("  \n", "3013")]
    [InlineData("[나루]\n하늘님, 택배 P-77가 월요일에 도착합니다. ", "3016")]
    [InlineData("[나루] 하늘님, 택배 P-77가 월요일에 도착합니다.", "3016")]
    [InlineData("[나루]\n하늘님,  택배 P-77가 월요일에 도착했습니다.", "3016")]
    [InlineData("[나루]\n하늘님, 택배 가 월요일에 도착합니다.", "3016")]
    public void A_text_that_differs_is_refused(string text, string code) => Check(Package, Sent with { Text = text }).Code.ShouldBe(code);

    [Fact]
    public void An_empty_value_passes_only_where_the_rules_allow_it() =>
        AlimTalkCheck.Compare(new AlimTalkPattern(Package), Sent with { Text = "[나루]\n님, 택배 P가 월요일에 도착합니다." }, new AlimTalkRules { AllowEmptyValues = true })
            .IsMatch.ShouldBeTrue();

    [Fact]
    public void The_text_is_measured_with_its_variables_filled_in()
    {
        var fixedLength = Sent.Text.Length - "하늘".Length;

        Check(Package, Sent with { Text = Sent.Text.Replace("하늘", new string('가', 1300 - fixedLength), StringComparison.Ordinal) }).IsMatch.ShouldBeTrue();
        Check(Package, Sent with { Text = Sent.Text.Replace("하늘", new string('가', 1301 - fixedLength), StringComparison.Ordinal) }).Code.ShouldBe("3014");
    }

    [Theory]
    [InlineData(null, "3028")]
    [InlineData("", "3028")]
    [InlineData("월요일 출발", "3028")]
    [InlineData("월요일월요일월요일월요일월요일월요일월요일월요일월요일월요일월요일월요일월요일월요일월요일월요일 도착", "3029")]
    public void A_title_that_differs_or_is_too_long_is_refused(string? title, string code) =>
        Check(Package, Sent with { Title = title }).Code.ShouldBe(code);

    [Fact]
    public void A_title_is_refused_where_the_template_has_none() =>
        Check(Package with { Details = Details with { Emphasis = Emphasis.None, Title = null } }, Sent).Code.ShouldBe("3028");

    [Fact]
    public void A_title_on_an_image_template_is_a_message_of_the_wrong_kind() =>
        Check(Package with { Details = Details with { Emphasis = Emphasis.Image, Title = null } }, Sent).Code.ShouldBe("3030");

    public static TheoryData<string, Button[]> WrongButtons()
    {
        var track = Sent.Buttons[0];
        return new TheoryData<string, Button[]>
        {
            { "one is missing", [track] },
            { "one too many", [track, Talk, Talk] },
            { "the order is another", [Talk, track] },
            { "the name is another", [track with { Name = "배송조회" }, Talk] },
            { "the kind is another", [track with { Kind = ButtonKind.AppLink }, Talk] },
            { "the fixed part of a link is another", [track with { LinkMobile = "https://evil.example/P-77" }, Talk] },
            { "a link is left out", [track with { LinkPc = null }, Talk] },
            { "a link is added", [track with { SchemeIos = "naru://" }, Talk] },
            { "a link is too long", [track with { LinkMobile = "https://naru.example/" + new string('x', 500) }, Talk] },
        };
    }

    [Theory]
    [MemberData(nameof(WrongButtons))]
    public void Buttons_that_differ_are_refused(string difference, Button[] buttons) =>
        Check(Package, Sent with { Buttons = buttons }).Code.ShouldBe("3027", difference);

    [Theory]
    [InlineData("has space")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public void A_chat_event_that_no_bot_can_have_is_refused(string chatEvent) =>
        Check(Package, Sent with { Buttons = [Sent.Buttons[0], Talk with { ChatEvent = chatEvent }] }).Code.ShouldBe("3026");

    [Fact]
    public void The_first_difference_in_the_order_of_the_centre_is_told() =>
        Check(Package, Sent with { Text = "x", Title = "x", Buttons = [] }).Code.ShouldBe("3016");

    private static AlimTalkVerdict Check(Template template, AlimTalkContent content) =>
        AlimTalkCheck.Compare(new AlimTalkPattern(template), content, AlimTalkRules.Default);
}

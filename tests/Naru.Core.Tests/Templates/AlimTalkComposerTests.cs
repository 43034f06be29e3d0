using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;

namespace Naru.Core.Tests.Templates;

public sealed class AlimTalkComposerTests
{
    private static readonly TemplateDetails Details = new("택배", "상품 #{package_id}이(가) #{expected_delivery}에 도착합니다.");

    private static readonly Template Package = new("key", "package_template", TemplateState.Approved, Details);

    [Fact]
    public void A_template_and_its_values_make_the_text()
    {
        var composed = Compose(Package, new() { ["package_id"] = "A-1", ["expected_delivery"] = "내일" });

        composed.Refusal.ShouldBe(EndReason.ResultCode);
        composed.Content.ShouldBe(new AlimTalkContent("package_template", "상품 A-1이(가) 내일에 도착합니다.", null, composed.Content.Buttons, null));
    }

    [Fact]
    public void A_value_for_which_the_template_has_no_variable_is_ignored() =>
        Compose(Package, new() { ["package_id"] = "A", ["expected_delivery"] = "B", ["colour"] = "C" }).Refusal.ShouldBe(EndReason.ResultCode);

    [Fact]
    public void Every_variable_without_a_value_is_named_once_wherever_it_stands()
    {
        var template = Package with
        {
            Details = Details with
            {
                Text = "#{a} #{b} #{a}",
                Emphasis = Emphasis.Text,
                Title = "#{c}",
                Buttons = [new Button(ButtonKind.WebLink, "보기", "https://x.example/#{d}", "https://x.example/#{b}")],
            },
        };

        var composed = Compose(template, new() { ["b"] = "1" });

        (composed.Refusal, composed.Note).ShouldBe((EndReason.MissingParameter, "a, c, d"));
        composed.Content.Text.ShouldBe("#{a} 1 #{a}");
    }

    [Fact]
    public void Title_and_links_are_filled_too()
    {
        var template = Package with
        {
            Details = Details with
            {
                Text = "#{a}",
                Emphasis = Emphasis.Text,
                Title = "주문 #{a}",
                Buttons = [new Button(ButtonKind.WebLink, "보기", "https://x.example/#{a}", SchemeIos: "app://#{a}"), new Button(ButtonKind.BotKeyword, "도움말")],
            },
        };

        var content = Compose(template, new() { ["a"] = "7" }).Content;

        content.Title.ShouldBe("주문 7");
        content.Buttons.ShouldBe([
            new Button(ButtonKind.WebLink, "보기", "https://x.example/7", SchemeIos: "app://7"), new Button(ButtonKind.BotKeyword, "도움말")]);
    }

    [Fact]
    public void A_title_of_a_template_that_does_not_emphasise_it_is_not_sent() =>
        Compose(Package with { Details = Details with { Text = "가", Title = "#{x}", Emphasis = Emphasis.Image } }, []).Content.Title.ShouldBeNull();

    [Fact]
    public void A_template_that_is_not_there_is_unknown() =>
        AlimTalkComposer.Compose("nope", null, new Dictionary<string, string>(), false).Refusal.ShouldBe(EndReason.UnknownTemplate);

    [Theory]
    [InlineData(TemplateState.Registered)]
    [InlineData(TemplateState.InReview)]
    [InlineData(TemplateState.Rejected)]
    [InlineData(TemplateState.Stopped)]
    [InlineData(TemplateState.Dormant)]
    [InlineData(TemplateState.Blocked)]
    public void A_template_that_is_not_approved_is_unknown(TemplateState state) =>
        Compose(Package with { State = state }, new() { ["package_id"] = "A", ["expected_delivery"] = "B" }).Refusal.ShouldBe(EndReason.UnknownTemplate);

    /// <summary>The seven words of Sinch's page on KakaoTalk.</summary>
    [Theory]
    [InlineData("auth")]
    [InlineData("AUTH")]
    [InlineData("Two-factor authentication code")]
    [InlineData("Your Password")]
    [InlineData("VERIFY: 1234")]
    [InlineData("verif")]
    [InlineData("にんしょう")]
    [InlineData("認証コード")]
    [InlineData("비밀번호 변경")]
    [InlineData("본인인증 번호")]
    public void One_of_seven_words_in_any_case_makes_an_authentication_message(string value) =>
        Compose(Package with { Details = Details with { Text = "[#{x}]" } }, new() { ["x"] = value }, authentication: true).Refusal.ShouldBe(EndReason.ResultCode);

    [Theory]
    [InlineData("")]
    [InlineData("aut h")]
    [InlineData("인 증")]
    [InlineData("pass-word")]
    public void Without_one_it_is_none(string value) =>
        Compose(Package with { Details = Details with { Text = "[#{x}]" } }, new() { ["x"] = value }, authentication: true).Refusal.ShouldBe(EndReason.NoAuthenticationWording);

    [Fact]
    public void A_word_in_the_title_or_in_a_name_of_a_variable_does_not_count() =>
        Compose(Package with { Details = Details with { Text = "#{auth}", Title = "인증", Emphasis = Emphasis.Text } }, new() { ["auth"] = "1234" }, authentication: true)
            .Refusal.ShouldBe(EndReason.NoAuthenticationWording);

    [Fact]
    public void Nobody_asks_for_the_word_where_the_message_is_an_ordinary_one() =>
        Compose(Package with { Details = Details with { Text = "안녕" } }, []).Refusal.ShouldBe(EndReason.ResultCode);

    private static Composition Compose(Template template, Dictionary<string, string> parameters, bool authentication = false) =>
        AlimTalkComposer.Compose(template.Code, new AlimTalkPattern(template), parameters, authentication);
}

using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Templates;

namespace Naru.Core.Tests.Templates;

/// <summary>What somebody who mends a text is shown.</summary>
public sealed class TextDifferenceTests
{
    private const string Template = "[나루]\n#{이름}님, 주문하신 #{상품}이 #{날짜}에 도착합니다.";

    [Theory]
    [InlineData("[나라]\n하늘님, 주문하신 우산이 내일에 도착합니다.", 2, "루", "라")]
    [InlineData("[나루] 하늘님, 주문하신 우산이 내일에 도착합니다.", 4, "\n", " ")]
    [InlineData("[나루]\n하늘씨, 주문하신 우산이 내일에 도착합니다.", 7, "님", "씨")]
    [InlineData("[나루]\n하늘님, 주문한 우산이 내일에 도착합니다.", 12, "하신", "한")]
    [InlineData("[나루]\n하늘님, 주문하신 우산이 내일에 도착했습니다.", 25, "합", "했습")]
    [InlineData("[나루]\n하늘님, 주문하신 우산이 내일에 도착합니다", 28, ".", "")]
    [InlineData("[나루]\n하늘님, 주문하신 우산이 내일에 도착합니다.\n감사합니다.", 29, "", "\n감사합니다.")]
    [InlineData("", 0, "[나루]\n", "")]
    public void The_place_at_which_a_text_leaves_its_template_is_shown(string text, int position, string expected, string found)
    {
        var difference = TemplatePattern.Parse(Template).Difference("text", text, emptyValues: false).ShouldNotBeNull();

        (difference.Place, difference.Expected, difference.Found, difference.Position).ShouldBe(("text", expected, found, position));
    }

    [Fact]
    public void The_place_in_the_template_is_told_too()
    {
        var difference = TemplatePattern.Parse(Template).Difference("text", "[나루]\n하늘님, 주문한 우산이 내일에 도착합니다.")!;

        Template.Substring(difference.TemplatePosition!.Value, difference.Expected.Length).ShouldBe("하신");
    }

    [Fact]
    public void A_variable_that_was_left_empty_is_shown_where_its_value_should_stand()
    {
        var difference = TemplatePattern.Parse("인증번호 #{번호}").Difference("text", "인증번호 ", emptyValues: false).ShouldNotBeNull();

        (difference.Position, difference.TemplatePosition).ShouldBe((5, 5));
    }

    [Fact]
    public void A_text_that_was_made_from_the_template_has_none() => TemplatePattern.Parse(Template).Difference("text", "[나루]\n하늘님, 주문하신 우산이 내일에 도착합니다.").ShouldBeNull();

    /// <summary>Whatever it is asked, it answers, and what it says stands where it says.</summary>
    [Fact]
    public void A_difference_is_found_for_every_text_that_does_not_match_and_points_into_it() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            NastyTexts.Pairs(Gen.Elements(true, false)).ToArbitrary(),
            sample =>
            {
                var (template, text, emptyValues) = sample;
                var pattern = TemplatePattern.Parse(template);
                var difference = pattern.Difference("text", text, emptyValues);

                (difference is null).ShouldBe(pattern.Match(text, emptyValues) is not null);
                if (difference is not null)
                {
                    difference.Position.ShouldBeInRange(0, text.Length);
                    text[difference.Position..].ShouldStartWith(difference.Found.TrimEnd('…'));
                    template[difference.TemplatePosition!.Value..].ShouldStartWith(difference.Expected.TrimEnd('…'));
                }
            }));
}

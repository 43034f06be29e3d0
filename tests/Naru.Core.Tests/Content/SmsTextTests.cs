using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;

namespace Naru.Core.Tests.Content;

public sealed class SmsTextTests
{
    private static readonly Encoding s_page = CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    [Theory]
    [InlineData("", 0)]
    [InlineData("Hello\n", 6)]
    [InlineData("안녕하세요", 10)]
    [InlineData("똠방각하 펲시콜라 쀍", 20)] // syllables that KS X 1001 lacks
    [InlineData("①㈜℡㎏", 8)]
    [InlineData("€", 2)]
    public void A_text_is_counted_in_the_bytes_that_the_carriers_count(string text, int bytes)
    {
        var check = SmsText.Check(text);

        check.Bytes.ShouldBe(bytes);
        check.IsSendable.ShouldBeTrue();
    }

    [Fact]
    public void Every_modern_syllable_can_be_sent_in_two_bytes() =>
        Enumerable.Range(0xAC00, 11_172).ShouldAllBe(unit => SmsEucKr.LengthOf((char)unit) == 2);

    [Fact]
    public void Of_the_syllables_8822_are_outside_the_old_standard()
    {
        var beyond = Enumerable.Range(0xAC00, 11_172).Count(unit =>
        {
            var bytes = SmsEucKr.GetBytes(((char)unit).ToString());
            return bytes[0] < 0xA1 || bytes[1] < 0xA1;
        });

        beyond.ShouldBe(8_822);
    }

    [Fact]
    public void Ninety_bytes_are_an_SMS_and_one_more_is_an_LMS()
    {
        SmsText.Check(new string('가', 45)).Kind.ShouldBe(SmsKind.Sms);
        SmsText.Check(new string('가', 45) + "a").Kind.ShouldBe(SmsKind.Lms);
    }

    [Fact]
    public void A_title_makes_an_LMS_of_any_text()
    {
        SmsText.Check("짧다", "제목").Kind.ShouldBe(SmsKind.Lms);
        SmsText.Check("짧다", "").Kind.ShouldBe(SmsKind.Sms);
    }

    [Fact]
    public void Two_thousand_bytes_fit_and_a_title_of_forty()
    {
        SmsText.Check(new string('가', 1_000), new string('제', 20)).IsSendable.ShouldBeTrue();
        SmsText.Check(new string('가', 1_000) + "a").IsTooLong.ShouldBeTrue();
        SmsText.Check("짧다", new string('제', 20) + "a").IsTitleTooLong.ShouldBeTrue();
    }

    [Fact]
    public void What_cannot_be_sent_is_named_with_its_place()
    {
        var check = SmsText.Check("할인 😀 50₩", "📢 안내");

        check.Unsendable.Select(c => (c.ToString(), c.Index, c.InTitle))
            .ShouldBe([("U+1F600", 3, false), ("U+20A9", 8, false), ("U+1F4E2", 0, true)]);
        check.IsSendable.ShouldBeFalse();
    }

    [Fact]
    public void Half_a_pair_is_named_and_breaks_nothing() => SmsText.Check("a\uD83D").Unsendable.ShouldHaveSingleItem().Index.ShouldBe(1);

    [Fact]
    public void Private_characters_and_characters_that_only_look_alike_are_not_sendable()
    {
        SmsText.Check("\uE000").IsSendable.ShouldBeFalse();
        SmsText.Check("ÿ").IsSendable.ShouldBeFalse();
    }

    [Fact]
    public void Any_text_is_sendable_exactly_where_the_code_page_takes_it_and_has_its_length()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null && !text.Any(c => c is >= '\uE000' and <= '\uF8FF')), text =>
        {
            var check = SmsText.Check(text);
            if (check.Unsendable.Count > 0)
            {
                return check.Unsendable.All(c => text[c.Index] >= 0x80);
            }

            return s_page.GetByteCount(text) == check.Bytes && SmsEucKr.GetText(SmsEucKr.GetBytes(text)) == text;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bytes_of_a_text_are_the_sum_of_its_pieces()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (a, b) =>
            char.IsHighSurrogate(a.Get.LastOrDefault()) || SmsText.BytesOf(a.Get + b.Get) == SmsText.BytesOf(a.Get) + SmsText.BytesOf(b.Get)).QuickCheckThrowOnFailure();
    }
}

using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Messages;

namespace Naru.Console.Tests.Text;

public sealed class FormattingTests
{
    private static readonly DateTimeOffset s_evening = new(2026, 11, 21, 15, 30, 7, 45, TimeSpan.Zero);

    [Theory]
    [InlineData("01012345678", "010-1234-5678", "•••-••••-5678")]
    [InlineData("+1 415 555 0100", "+14155550100", "+•••••••0100")]
    [InlineData("kim", "kim", "•••")]
    public void A_number_is_written_as_people_write_it_and_covered_but_for_its_end(string given, string shown, string covered)
    {
        PhoneText.Format(Recipient.Parse(given)).ShouldBe(shown);
        PhoneText.Mask(Recipient.Parse(given)).ShouldBe(covered);
    }

    [Fact]
    public void Instants_are_shown_in_Korean_time()
    {
        KoreanTime.Clock(s_evening, Language.Korean).ShouldBe("오전 12:30");
        KoreanTime.Clock(s_evening, Language.English).ShouldBe("12:30 AM");
        KoreanTime.LongDay(s_evening, Language.Korean).ShouldBe("2026년 11월 22일 일요일");
        KoreanTime.LongDay(s_evening, Language.English).ShouldBe("Sunday, 22 November 2026");
        ZoneChoice.Korea.Precise(s_evening).ShouldBe("2026-11-22 00:30:07.045");
        KoreanTime.Short(s_evening, s_evening.AddDays(2), Language.Korean).ShouldBe("11월 22일");
    }

    [Fact]
    public void In_another_zone_the_clock_of_that_place_is_read_and_written()
    {
        var newYork = ZoneChoice.Named("America/New_York")!;

        newYork.Exact(s_evening).ShouldBe("2026-11-21 10:30:07");
        newYork.Utc(s_evening).ShouldBe("15:30:07 UTC");
        newYork.Parse("2026-07-01T09:00").ShouldBe(new DateTimeOffset(2026, 7, 1, 13, 0, 0, TimeSpan.Zero));
        newYork.Parse("2026-03-08T02:30").ShouldBeNull("the clock is put forward over it");
        newYork.Parse("2026-11-01T01:30").ShouldBe(new DateTimeOffset(2026, 11, 1, 5, 30, 0, TimeSpan.Zero), "the first of two");
        ZoneChoice.Korea.Utc(s_evening).ShouldBe("11-21 15:30:07 UTC", "it is another day there");
        ZoneChoice.Korea.Parse("2026-11-22T00:30").ShouldBe(s_evening.AddSeconds(-7).AddMilliseconds(-45));
        ZoneChoice.Korea.Parse(ZoneChoice.Korea.Field(s_evening)).ShouldNotBeNull();
        ZoneChoice.Korea.Parse("yesterday").ShouldBeNull();
        ZoneChoice.Korea.Parse("0001-01-01T00:00").ShouldBeNull("it would lie before the first instant");
        ZoneChoice.Named("Asia/Atlantis").ShouldBeNull();
    }

    [Theory]
    [InlineData(48 * 3600, "48h")]
    [InlineData(5400, "1h 30m")]
    [InlineData(300, "5m")]
    [InlineData(90, "90s")]
    [InlineData(0.25, "250ms")]
    public void Lengths_are_short(double seconds, string text) => Lengths.Of(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    [Theory]
    [InlineData("조회: https://naru.example/a에서 확인", "조회: |[https://naru.example/a]|에서 확인")]
    [InlineData("(http://a.example/b?c=d&e=f).", "(|[http://a.example/b?c=d&e=f]|).")]
    [InlineData("https://a.example http://b.example", "[https://a.example]| |[http://b.example]")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("", "")]
    public void Only_web_addresses_become_links_and_no_character_is_lost(string text, string cut)
    {
        var runs = LinkedText.Cut(text).ToArray();

        string.Concat(runs.Select(run => run.Text)).ShouldBe(text);
        string.Join('|', runs.Select(run => run.IsLink ? $"[{run.Text}]" : run.Text)).ShouldBe(cut);
    }

    [Fact]
    public void A_scheme_without_a_host_is_no_link()
    {
        var runs = LinkedText.Cut("https:// http://").ToArray();

        string.Concat(runs.Select(run => run.Text)).ShouldBe("https:// http://");
        runs.ShouldAllBe(run => !run.IsLink);
    }
}

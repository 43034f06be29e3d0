using Naru.Dialects.Infobip.Reports;

namespace Naru.Dialects.Tests.Infobip;

public sealed class DateTests
{
    [Theory]
    [InlineData("2026-10-01T09:00:00.000+0900")]
    [InlineData("2026-10-01T09:00:00.000+09:00")]
    [InlineData("2026-10-01T00:00:00Z")]
    [InlineData("2026-10-01T00:00:00.000+0000")]
    [InlineData("2026-10-01T00:00:00.000000+00:00")]
    [InlineData("2026-10-01T00:00:00.000000000Z")]
    [InlineData("2026-09-30T19:00:00-05")]
    [InlineData("2026-10-01T09:00:00.000 0900")]
    public void Every_notation_of_an_instant_is_read(string text)
    {
        InfobipDate.TryParse(text, out var at).ShouldBeTrue();

        at.ShouldBe(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        InfobipDate.Format(at).ShouldBe("2026-10-01T00:00:00.000+0000");
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-10-01")]
    [InlineData("2026-10-01T00:00:00")]
    [InlineData("2026-10-01T00:00:00.000")]
    [InlineData("2026-10-01 00:00:00Z")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-10-01T24:00:00Z")]
    [InlineData("2026-10-01T00:00:00+99:00")]
    [InlineData("2026-10-01T00:00:00.+00:00")]
    [InlineData("2026-10-01T00:00:00ZZ")]
    [InlineData("2026-10-01T00:00:00.abcZ")]
    [InlineData("10/01/2026 00:00:00 +00:00")]
    public void What_is_no_instant_is_not_read(string text) => InfobipDate.TryParse(text, out _).ShouldBeFalse();
}

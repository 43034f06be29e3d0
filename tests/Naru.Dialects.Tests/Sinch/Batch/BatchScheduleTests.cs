using System.Globalization;
using Naru.Dialects.Sinch.Batch;

namespace Naru.Dialects.Tests.Sinch.Batch;

/// <summary>What <c>send_after</c> becomes: more than a minute ahead is rounded up to five minutes.</summary>
public sealed class BatchScheduleTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 2, 1, 2, 3, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-01T00:00:00Z", null)]
    [InlineData("2026-11-02T01:02:03Z", null)]
    [InlineData("2026-11-02T01:03:03Z", null)]
    [InlineData("2026-11-02T01:03:03.001Z", "2026-11-02T01:05:00Z")]
    [InlineData("2026-11-02T01:05:00Z", "2026-11-02T01:05:00Z")]
    [InlineData("2026-11-02T01:05:00.001Z", "2026-11-02T01:10:00Z")]
    [InlineData("2026-11-02T10:59:59+09:00", "2026-11-02T02:00:00Z")]
    [InlineData("2026-11-08T23:56:00Z", "2026-11-09T00:00:00Z")]
    public void It_is_rounded_up(string asked, string? planned) => BatchSchedule.At(At(asked), s_now).ShouldBe(planned is null ? null : At(planned));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

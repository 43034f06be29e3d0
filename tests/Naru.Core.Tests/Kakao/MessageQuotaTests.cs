using Naru.Core.Kakao;

namespace Naru.Core.Tests.Kakao;

/// <summary>The documented quotas, each at its own end.</summary>
public sealed class MessageQuotaTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private static readonly DevelopersApp s_app = new(1, new Core.Workspaces.WorkspaceId(1), "a", new AppKeys("n", "r", "j", "a"), s_now)
    {
        Quotas = new AppQuotas(1_000, 1_000, 50, 10, 8, 3, 30, 1_000),
    };

    [Theory]
    [InlineData(QuotaKind.Pair, 3, -536)]
    [InlineData(QuotaKind.Receiver, 8, -533)]
    [InlineData(QuotaKind.Sender, 10, -532)]
    [InlineData(QuotaKind.SenderMonthly, 30, -531)]
    [InlineData(QuotaKind.AppMessages, 50, -10)]
    public void A_counter_at_its_limit_refuses_with_its_code_and_takes_nothing(QuotaKind kind, int limit, int code)
    {
        MessageQuota.Take(s_app, 7, 8, s_now, key => key.Kind == kind ? limit : 0, out var takes)!.Code.ShouldBe(code);
        takes.ShouldBeEmpty();

        MessageQuota.Take(s_app, 7, 8, s_now, key => key.Kind == kind ? limit - 1 : 0, out takes).ShouldBeNull();
        takes.Count.ShouldBe(5);
    }

    [Fact]
    public void Days_and_months_are_Korean()
    {
        QuotaKey.Day(new DateTimeOffset(2026, 11, 30, 14, 59, 59, TimeSpan.Zero)).ShouldBe("2026-11-30");
        QuotaKey.Day(new DateTimeOffset(2026, 11, 30, 15, 0, 0, TimeSpan.Zero)).ShouldBe("2026-12-01");
        QuotaKey.Month(new DateTimeOffset(2026, 11, 30, 15, 0, 0, TimeSpan.Zero)).ShouldBe("2026-12");
    }

    [Fact]
    public void A_key_is_written_and_read_back()
    {
        var key = new QuotaKey(1001, QuotaKind.Pair, "2026-11-22", 3_000_000_001, 3_000_000_002);

        QuotaKey.Parse(key.ToString()).ShouldBe(key);
    }

    [Fact]
    public void The_documented_message_quotas_cannot_be_raised_but_that_of_sharing_can()
    {
        (AppQuotas.Documented with { PerPair = 21 }).RaisesMessages.ShouldBeTrue();
        (AppQuotas.Documented with { PerPair = 1, SharesPerDay = 1_000_000 }).RaisesMessages.ShouldBeFalse();
    }
}

using Naru.Carriers.Http;
using Naru.Carriers.Http.Storage;
using Naru.Core.Messages;

namespace Naru.Carriers.Tests.Dealers;

public sealed class DealerPartsTests : IDisposable
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("naru-dealer-").FullName;

    [Fact]
    public void A_reference_comes_back_as_its_attempt_and_to_nobody_else()
    {
        var attempt = new AttemptId(new MessageKey(63, MessageKey.MaxSequence), 7);
        var tag = new AttemptTag([1, 2, 3]);
        var text = tag.Of(attempt, "01JCXYZ0000000000000000000");

        text.Length.ShouldBeLessThanOrEqualTo(100, "Solapi's custom fields");
        tag.Read(text).ShouldBe(attempt);
        new AttemptTag([1, 2, 4]).Read(text).ShouldBeNull();
        tag.Read(text.Replace(".7.", ".8.", StringComparison.Ordinal)).ShouldBeNull();
        tag.Read("order-17").ShouldBeNull();
        tag.Read(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"messageId":"\ud800"}""")]
    [InlineData("""{"messageId":17}""")]
    [InlineData("""["messageId"]""")]
    [InlineData("{}")]
    public void What_is_no_text_in_what_a_dealer_says_is_none(string body)
    {
        var said = DealerJson.Parse(System.Text.Encoding.UTF8.GetBytes(body)).ShouldNotBeNull();

        DealerJson.Text(said, "messageId").ShouldBeNull();
        DealerJson.Time(said, "messageId").ShouldBeNull();
    }

    [Fact]
    public void A_clients_own_id_may_be_long_and_hold_anything()
    {
        var attempt = new AttemptId(new MessageKey(63, MessageKey.MaxSequence), int.MaxValue);
        var tag = new AttemptTag([1, 2, 3]);

        var text = tag.Of(attempt, "주문.4711/" + new string('x', 200));

        text.Length.ShouldBeLessThanOrEqualTo(80);
        text.ShouldStartWith("___4711_xxx");
        tag.Read(text).ShouldBe(attempt);
    }

    [Fact]
    public void What_the_store_was_told_outlives_it()
    {
        AttemptId[] together = [Attempt(1), Attempt(2)];
        byte[] key;
        using (var store = Open())
        {
            key = store.Key;
            store.SetFact("cursor", "x");
            store.Wait([new WaitingAttempt(Attempt(1), "theirs", s_at), new WaitingAttempt(Attempt(3), null, s_at.AddMinutes(1))]);
            store.Wait([new WaitingAttempt(Attempt(1), null, s_at.AddMinutes(2))]);
            store.Together("request", together, s_at);
            store.SetName("sender", "ours", "theirs");
        }

        using var again = Open();
        again.Key.ShouldBe(key);
        again.Fact("cursor").ShouldBe("x");
        again.Waiting(s_at.AddHours(1), null, 10).ShouldBe([new WaitingAttempt(Attempt(1), "theirs", s_at), new WaitingAttempt(Attempt(3), null, s_at.AddMinutes(1))]);
        again.Waiting(s_at.AddHours(1), again.Waiting(s_at.AddHours(1), null, 1)[0], 10).Single().Attempt.ShouldBe(Attempt(3));
        again.RequestOf(Attempt(2)).ShouldNotBeNull().Members.ShouldBe(together);
        again.Names("sender").ShouldBe(new Dictionary<string, string> { ["ours"] = "theirs" });

        again.Reported(together);
        again.Waiting(s_at.AddHours(1), null, 10).Single().Attempt.ShouldBe(Attempt(3));
        again.RequestOf(Attempt(2)).ShouldBeNull();
    }

    [Theory]
    [InlineData(821012345678, "01012345678")]
    [InlineData(8225551234, "025551234")]
    [InlineData(12125550100, null)]
    public void Numbers_are_written_as_Korean_dealers_do(long digits, string? dialled) => DialledNumber.Korean(Recipient.FromDigits(digits)).ShouldBe(dialled);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static AttemptId Attempt(int number) => new(new MessageKey(1, number), 1);

    private DealerStore Open() => new(_folder, "dealer", bytes => Array.Fill(bytes, (byte)7));
}

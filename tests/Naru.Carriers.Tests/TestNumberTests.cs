using Naru.Carriers.Simulator;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Results;

namespace Naru.Carriers.Tests;

public sealed class TestNumberTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("821000001234", TestNumberKind.AtOnce, 1234)]
    [InlineData("01099993016", TestNumberKind.ResultCode, 3016)]
    [InlineData("+82 10-8888-0005", TestNumberKind.Delayed, 5)]
    [InlineData("821077770060", TestNumberKind.PhoneOff, 60)]
    [InlineData("821066660000", TestNumberKind.Unreachable, 0)]
    [InlineData("821055550009", TestNumberKind.LateAcknowledgement, 9)]
    public void A_test_number_is_recognised_however_it_is_written(string number, TestNumberKind kind, int argument) =>
        TestNumber.Of(Recipient.Parse(number)).ShouldBe(new TestNumber(kind, argument));

    [Theory]
    [InlineData("821012345678")]
    [InlineData("821100001234")]
    [InlineData("8210000012345")]
    [InlineData("1099993016")]
    [InlineData("not a number")]
    public void An_ordinary_number_means_nothing(string number) => TestNumber.Of(Recipient.Parse(number)).ShouldBeNull();

    [Fact]
    public void Every_published_code_of_four_digits_can_be_had_whatever_is_sent()
    {
        foreach (var code in ResultCodes.All.Where(c => c.Code.All(char.IsAsciiDigit) && c.Class != ResultClass.Success))
        {
            AlimTalk($"82109999{code.Code}").ShouldBe(new Outcome(code.Code));
            AlimTalk($"82109999{code.Code}", refused: "3016").ShouldBe(new Outcome(code.Code));
        }
    }

    [Fact]
    public void A_code_that_nobody_published_is_answered_as_an_unknown_system_error() => AlimTalk("821099997777").ShouldBe(new Outcome("9999"));

    [Fact]
    public void Success_is_not_answered_for_a_message_that_the_centre_refuses() => AlimTalk("821099990000", refused: "3016").ShouldBe(new Outcome("3016"));

    [Theory]
    [InlineData("821000000000")]
    [InlineData("821088880005")]
    [InlineData("821077770005")]
    [InlineData("821066660000")]
    [InlineData("821055550005")]
    [InlineData("821012345678")]
    public void On_every_other_number_the_checks_come_first(string number) => AlimTalk(number, refused: "3015").ShouldBe(new Outcome("3015"));

    [Fact]
    public void An_sms_to_a_number_that_asks_for_a_code_is_delivered() => Sms("821099993019").ShouldBe(new Outcome("0000"));

    [Fact]
    public void Neither_channel_reaches_the_unreachable()
    {
        AlimTalk("821066661234").ShouldBe(new Outcome("3019"));
        ResultCodes.Find(Sms("821066661234").Code)!.Class.ShouldBe(ResultClass.Never);
    }

    [Fact]
    public void Latency_is_for_ordinary_numbers()
    {
        AlimTalk("821000000000").ShouldBe(new Outcome("0000"));
        AlimTalk("821012345678").ShouldBe(new Outcome("0000", Latency));
        AlimTalk("821088880007").ShouldBe(new Outcome("0000", TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public void A_late_acknowledgement_is_answered_3005_first() =>
        AlimTalk("821055550004").ShouldBe(new Outcome("0000", TimeSpan.FromSeconds(4), "3005"));

    [Theory]
    [InlineData(-1, "0000")]
    [InlineData(0, "0000")]
    [InlineData(1, "PHONE_OFF")]
    public void A_phone_is_off_until_its_instant(int secondsLeft, string code) =>
        Outcome.Of(Channel.Sms, TestNumber.Of(Recipient.Parse("821077770060")), null, default, Now, Now.AddSeconds(secondsLeft)).Code.ShouldBe(code);

    private static Outcome AlimTalk(string number, string? refused = null) =>
        Outcome.Of(Channel.AlimTalk, TestNumber.Of(Recipient.Parse(number)), refused, Latency, Now, null);

    private static Outcome Sms(string number) => Outcome.Of(Channel.Sms, TestNumber.Of(Recipient.Parse(number)), null, Latency, Now, null);
}

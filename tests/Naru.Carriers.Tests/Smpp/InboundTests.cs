using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Texts;
using Naru.Fakes.Smsc;

namespace Naru.Carriers.Tests.Smpp;

public sealed class InboundTests
{
    [Fact]
    public async Task A_text_of_a_phone_goes_on_and_is_acknowledged_behind_that()
    {
        await using var world = await SmppWorld.OpenAsync();

        (await world.Smsc.SendTextAsync(Parts("네, 갈게요").Single(), SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);

        var text = await world.Inbound.NextAsync();
        (text.Carrier, text.From, text.To, text.Text).ShouldBe(("mobile", "821012345678", "15771577", "네, 갈게요"));
        text.ToString().ShouldNotContain("821012345678");
    }

    [Theory]
    [InlineData(LongMessages.Udh)]
    [InlineData(LongMessages.Sar)]
    public async Task Parts_are_put_together_in_whatever_order_they_come_also_over_a_restart(LongMessages way)
    {
        await using var world = await SmppWorld.OpenAsync();
        var whole = string.Concat(Enumerable.Range(0, 180).Select(i => (char)('가' + i)));
        var parts = Parts(whole, way);

        await world.Smsc.SendTextAsync(parts[2], SmppWorld.Patience);
        await world.Smsc.SendTextAsync(parts[0], SmppWorld.Patience);
        await world.LeaveAsync();
        await world.EnterAsync();
        world.Inbound.Waiting.ShouldBe(0);
        await world.Smsc.SendTextAsync(parts[0], SmppWorld.Patience); // once more
        await world.Smsc.SendTextAsync(parts[1], SmppWorld.Patience);

        (await world.Inbound.NextAsync()).Text.ShouldBe(whole);
        await world.Smsc.SendTextAsync(parts[1], SmppWorld.Patience); // a repetition of what is done
        world.Inbound.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_reference_can_be_used_for_the_next_text()
    {
        await using var world = await SmppWorld.OpenAsync();
        foreach (var character in "가나")
        {
            var whole = new string(character, 100);
            foreach (var part in Parts(whole))
                await world.Smsc.SendTextAsync(part, SmppWorld.Patience);
            (await world.Inbound.NextAsync()).Text.ShouldBe(whole);
        }
    }

    [Fact]
    public async Task What_nobody_could_take_stays_with_the_carrier()
    {
        await using var world = await SmppWorld.OpenAsync();
        world.Inbound.FailNext = new IOException("the disk is full");
        var parts = Parts(new string('가', 100));

        (await world.Smsc.SendTextAsync(parts[0], SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);
        (await world.Smsc.SendTextAsync(parts[1], SmppWorld.Patience)).ShouldBe(SmppStatus.TemporaryReceiverFault);
        (await world.Smsc.SendTextAsync(parts[1], SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);

        (await world.Inbound.NextAsync()).Text.ShouldBe(new string('가', 100));
        world.Inbound.Waiting.ShouldBe(0);
    }

    private static ShortMessage[] Parts(string text, LongMessages way = LongMessages.Udh) =>
    [
        .. new SmsWriter(new TextSettings { LongMessages = way }).Write(text, 77, out _).Select(part => new ShortMessage
        {
            From = new SmppAddress(1, 1, "821012345678"),
            To = new SmppAddress(0, 1, "15771577"),
            Class = part.EsmClass,
            DataCoding = part.Coding,
            Text = part.Text,
            Parameters = part.Parameters,
        }),
    ];
}

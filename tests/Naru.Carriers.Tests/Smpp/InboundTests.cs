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

    [Fact]
    public async Task A_number_that_nobody_has_registered_is_refused_for_good_before_any_part_is_kept()
    {
        await using var world = await SmppWorld.OpenAsync();
        world.Inbound.Nobodys.Add("0299998888");
        var parts = Parts(new string('가', 100));

        (await world.Smsc.SendTextAsync(parts[0] with { To = new SmppAddress(0, 1, "0299998888") }, SmppWorld.Patience)).ShouldBe(SmppStatus.PermanentReceiverFault);
        (await world.Smsc.SendTextAsync(parts[0], SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);

        world.Inbound.RefusedNumbers.ShouldBe(["0299998888"]);
        world.Inbound.Waiting.ShouldBe(0);
    }

    /// <summary>A carrier whose link broke before the answer, or that saw the gateway die, delivers again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_not_acknowledged_comes_again_under_the_same_reference(bool dies)
    {
        await using var world = await SmppWorld.OpenAsync();
        var text = Parts("네").Single();
        world.Inbound.Taken = world.Smsc.CutAll;
        await Should.ThrowAsync<OperationCanceledException>(world.Smsc.SendTextAsync(text, SmppWorld.Patience));
        var first = await world.Inbound.NextAsync();
        world.Inbound.Taken = null;
        if (dies)
        {
            await world.LeaveAsync();
            await world.EnterAsync();
        }
        else
        {
            await world.Smsc.Journal.WaitAsync(SmscEvent.Bound, 2, SmppWorld.Patience);
        }

        (await SendAsync(world, text)).ShouldBe(SmppStatus.Ok);
        (await SendAsync(world, text)).ShouldBe(SmppStatus.Ok);

        (await world.Inbound.NextAsync()).Reference.ShouldBe(first.Reference, "the carrier delivered it again");
        (await world.Inbound.NextAsync()).Reference.ShouldNotBe(first.Reference, "somebody said the same once more");
    }

    [Fact]
    public async Task A_text_that_the_carrier_names_has_that_name()
    {
        await using var world = await SmppWorld.OpenAsync();
        var text = Parts("네").Single() with { Parameters = [new Tlv(TlvTag.ReceiptedMessageId, "0a1b2c\0"u8.ToArray())] };

        await world.Smsc.SendTextAsync(text, SmppWorld.Patience);
        await world.Smsc.SendTextAsync(text, SmppWorld.Patience);

        (await world.Inbound.NextAsync()).Reference.ShouldBe("id-0a1b2c");
        (await world.Inbound.NextAsync()).Reference.ShouldBe("id-0a1b2c");
    }

    [Fact]
    public async Task Where_too_many_parts_wait_the_oldest_text_goes_on_as_it_is()
    {
        await using var world = await SmppWorld.OpenAsync(options: (folder, port) => SmppWorld.Options(folder, port) with { MostInboundParts = 2 });
        var old = Parts(new string('가', 100));
        await world.Smsc.SendTextAsync(old[1], SmppWorld.Patience);
        for (var i = 0; i < 2; i++)
        {
            await world.Smsc.SendTextAsync(Parts(new string('나', 100))[0] with { From = new SmppAddress(1, 1, $"82101111222{i}") }, SmppWorld.Patience);
        }

        var text = await world.Inbound.NextAsync();
        (text.From, text.Text.StartsWith("…가", StringComparison.Ordinal), text.Parts).ShouldBe(("821012345678", true, 1));
        world.Inbound.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData(0x00, "48656C6C6F20", "Hello ")]
    [InlineData(0x08, "C548B155", "안녕")]
    [InlineData(0x0E, "BEC8B3E7", "안녕")]
    [InlineData(0x03, "E9", "é")]
    public async Task Texts_in_every_alphabet_are_read_also_from_message_payload(byte coding, string octets, string expected)
    {
        await using var world = await SmppWorld.OpenAsync();
        var text = Parts("x").Single() with { DataCoding = coding, Text = Convert.FromHexString(octets) };

        await world.Smsc.SendTextAsync(text, SmppWorld.Patience);
        await world.Smsc.SendTextAsync(text with { Text = default, Parameters = [new Tlv(TlvTag.MessagePayload, Convert.FromHexString(octets))] }, SmppWorld.Patience);

        (await world.Inbound.NextAsync()).Text.ShouldBe(expected);
        (await world.Inbound.NextAsync()).Text.ShouldBe(expected);
    }

    /// <summary>The fake gives up a session's texts when it ends; one that is just being bound takes a moment.</summary>
    private static async Task<uint> SendAsync(SmppWorld world, ShortMessage text)
    {
        await world.BoundAsync();
        return await world.Smsc.SendTextAsync(text, SmppWorld.Patience);
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

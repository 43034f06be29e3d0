using System.Text;
using Naru.Carriers.Smpp.Protocol;
using Naru.Fakes.Smsc;

namespace Naru.Carriers.Tests.Smpp.Peers;

/// <summary>
/// Kannel is a client as our carrier is, so it cannot be the carrier's peer. It is the fake SMSC's: what the other tests rest on is an SMSC for a real client too.
/// </summary>
public sealed class KannelPeerTests
{
    [Fact]
    public async Task Kannel_binds_to_the_fake_sends_takes_receipts_and_answers_texts_that_come_in()
    {
        await using var smsc = new SmscServer(new SmscOptions());
        await using var kannel = await Kannel.StartAsync(smsc.Port, "thanks");
        await smsc.Journal.WaitAsync(SmscEvent.Bound, 1, SmppWorld.Patience);

        await kannel.SendAsync("821012345678", "Hello from Kannel");
        await kannel.SendAsync("821012345678", "안녕하세요", isWide: true);
        var taken = await smsc.Journal.WaitAsync(SmscEvent.Taken, 2, SmppWorld.Patience);
        Convert.FromHexString(taken[0].Octets!).ShouldBe("Hello from Kannel"u8.ToArray());
        Encoding.BigEndianUnicode.GetString(Convert.FromHexString(taken[1].Octets!)).ShouldBe("안녕하세요");
        (await smsc.Journal.WaitAsync(SmscEvent.ReceiptAcknowledged, 2, SmppWorld.Patience)).ShouldAllBe(entry => entry.Status == SmppStatus.Ok);

        var text = new ShortMessage { From = new SmppAddress(1, 1, "821012345678"), To = new SmppAddress(0, 1, "15881234"), Text = "yes"u8.ToArray() };
        (await smsc.SendTextAsync(text, SmppWorld.Patience)).ShouldBe(SmppStatus.Ok);

        var answer = (await smsc.Journal.WaitAsync(SmscEvent.Taken, 3, SmppWorld.Patience))[2];
        (Encoding.ASCII.GetString(Convert.FromHexString(answer.Octets!)), answer.From, answer.To).ShouldBe(("thanks", "15881234", "821012345678"));
        smsc.Journal.Of(SmscEvent.Violation).ShouldBeEmpty();
    }
}

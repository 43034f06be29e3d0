using FsCheck;
using FsCheck.Fluent;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Tests.Smpp.Protocol;

public sealed class CodecTests
{
    private const int MaxPdu = 70_000;

    private static readonly Gen<string> s_latin = Gen.Choose(1, 255).Select(code => (char)code).ListOf().Select(all => string.Concat(all));

    private static readonly Gen<byte[]> s_octets = ArbMap.Default.GeneratorFor<byte[]>().Select(octets => octets ?? []);

    private static readonly Gen<SmppAddress> s_addresses =
        from ton in ArbMap.Default.GeneratorFor<byte>()
        from npi in ArbMap.Default.GeneratorFor<byte>()
        from text in s_latin
        select new SmppAddress(ton, npi, Cut(text, SmppAddress.MaxText));

    private static readonly Gen<Tlv> s_parameters =
        from tag in ArbMap.Default.GeneratorFor<ushort>()
        from value in s_octets
        select new Tlv(tag, value);

    private static readonly Gen<ShortMessage> s_messages =
        from service in s_latin
        from source in s_addresses
        from destination in s_addresses
        from flags in Gen.ArrayOf(ArbMap.Default.GeneratorFor<byte>(), 7)
        from times in Gen.Two(s_latin)
        from text in s_octets
        from parameters in s_parameters.ListOf()
        select new ShortMessage
        {
            ServiceType = Cut(service, 5),
            From = source,
            To = destination,
            Class = flags[0],
            ProtocolId = flags[1],
            Priority = flags[2],
            RegisteredDelivery = flags[3],
            ReplaceIfPresent = flags[4],
            DataCoding = flags[5],
            DefaultMessageId = flags[6],
            ScheduleTime = Cut(times.Item1, 16),
            ValidityPeriod = Cut(times.Item2, 16),
            Text = text.Take(ShortMessage.MaxText).ToArray(),
            Parameters = [.. parameters],
        };

    [Fact]
    public void What_is_written_is_read_again() => Prop.ForAll(s_messages.ToArbitrary(), message =>
    {
        var octets = Pdu(message);
        SmppFrame.Read(octets, MaxPdu, out var header, out var body).ShouldBe(FrameState.Whole);
        var read = ShortMessage.Read(body, out var fault).ShouldNotBeNull();

        fault.ShouldBeNull();
        header.ShouldBe(new SmppHeader((uint)octets.Length, SmppCommand.SubmitSm, 0, 7));
        read.Text.ToArray().ShouldBe(message.Text.ToArray());
        read.Parameters.ShouldBe(message.Parameters);
        Pdu(read).ShouldBe(octets);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_PDU_that_was_cut_off_anywhere_is_incomplete_and_its_body_a_fault()
    {
        var octets = Pdu(Sample());
        for (var length = 0; length < octets.Length; length++)
        {
            SmppFrame.Read(octets.AsSpan(0, length), MaxPdu, out _, out _).ShouldBe(FrameState.Incomplete);
            if (length >= SmppHeader.Size && ShortMessage.Read(octets.AsSpan(SmppHeader.Size, length - SmppHeader.Size), out var fault) is null)
                fault.ShouldNotBeNull();
        }
    }

    [Fact]
    public void No_octets_at_all_break_a_reader() => Prop.ForAll(s_octets.ToArbitrary(), octets =>
    {
        ReadEverything(octets);
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void No_change_of_a_PDU_breaks_a_reader()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 50_000; round++)
        {
            var octets = Pdu(Sample());
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                switch (random.Next(3))
                {
                    case 0:
                        octets[random.Next(octets.Length)] = (byte)random.Next(256);
                        break;
                    case 1:
                        octets = octets[..random.Next(1, octets.Length + 1)];
                        break;
                    default:
                        octets = [.. octets, (byte)random.Next(256)];
                        break;
                }
            }

            ReadEverything(octets);
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(15u)]
    [InlineData(70_001u)]
    [InlineData(0xFFFF_FFFFu)]
    public void An_impossible_length_is_garbage(uint length)
    {
        var octets = Pdu(Sample());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(octets, length);

        SmppFrame.Read(octets, MaxPdu, out var header, out _).ShouldBe(FrameState.Garbage);
        header.Sequence.ShouldBe(7u);
        SmppFrame.Read(octets.AsSpan(0, 4), MaxPdu, out _, out _).ShouldBe(FrameState.Garbage);
    }

    [Fact]
    public void A_bind_is_as_the_specification_shows_it()
    {
        var writer = new PduWriter();
        writer.Begin(SmppCommand.BindTransmitter, 0, 1);
        new BindRequest("SMPP3TEST", "secret08", "SUBMIT1") { Range = new SmppAddress(1, 1, "") }.Write(writer);
        writer.End();

        // SMPP 3.4 §3.3, but for interface_version, which is 0x50 there.
        Convert.ToHexString(writer.Written.Span).ShouldBe(
            "0000002F000000020000000000000001534D5050335445535400736563726574303800" + "5355424D49543100" + "34" + "010100");
        BindRequest.Read(writer.Written.Span[16..], out _).ShouldNotBeNull().Password.ShouldBe("secret08");
    }

    [Fact]
    public void A_bind_does_not_print_its_password() => new BindRequest("naru", "secret", "").ToString().ShouldNotContain("secret");

    private static void ReadEverything(byte[] octets)
    {
        if (SmppFrame.Read(octets, MaxPdu, out _, out var body) == FrameState.Whole)
        {
            ReadBody(body);
        }

        ReadBody(octets);
    }

    private static void ReadBody(ReadOnlySpan<byte> body)
    {
        (ShortMessage.Read(body, out var fault) is null).ShouldBe(fault is not null);
        (BindRequest.Read(body, out fault) is null).ShouldBe(fault is not null);
        (AlertNotification.Read(body, out fault) is null).ShouldBe(fault is not null);
        SmppAnswers.ReadMessageId(body, out _).ShouldNotBeNull();
        SmppAnswers.ReadSystemId(body, out _).ShouldNotBeNull();
        if (ShortMessage.Read(body, out _) is { } message)
        {
            Naru.Carriers.Smpp.Receipts.DeliveryReceipt.Read(message);
        }
    }

    private static ShortMessage Sample() => new()
    {
        From = new SmppAddress(5, 0, "NARU"),
        To = new SmppAddress(1, 1, "821012345678"),
        Class = EsmClass.DeliveryReceipt,
        ValidityPeriod = "000002000000000R",
        RegisteredDelivery = 1,
        DataCoding = 8,
        Text = "id:12 stat:DELIVRD"u8.ToArray(),
        Parameters = [Tlv.Of(TlvTag.UserMessageReference, (ushort)513), Tlv.Of(TlvTag.MessageState, 2), new Tlv(TlvTag.ReceiptedMessageId, "12\0"u8.ToArray())],
    };

    private static byte[] Pdu(ShortMessage message)
    {
        var writer = new PduWriter();
        writer.Begin(SmppCommand.SubmitSm, 0, 7);
        message.Write(writer);
        writer.End();
        return writer.Written.ToArray();
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

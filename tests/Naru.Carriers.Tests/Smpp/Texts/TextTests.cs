using FsCheck;
using FsCheck.Fluent;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Texts;

namespace Naru.Carriers.Tests.Smpp.Texts;

public sealed class TextTests
{
    private static readonly TextSettings s_all = new() { Alphabets = [.. TextSettings.Known.Select(TextSettings.Standard)], MaxParts = 255 };

    private static readonly Arbitrary<string> s_texts = Gen.Elements("a€{ÀÄ가똠😀\n語@£ 'ß한글".EnumerateRunes().Select(rune => rune.ToString()).ToArray())
        .ListOf().Select(pieces => string.Concat(pieces)).Where(text => !string.IsNullOrWhiteSpace(text)).ToArbitrary();

    [Theory]
    [InlineData("Hello {world} 5€", 0)]
    [InlineData("Hello ÀÁ", 3)]
    [InlineData("안녕하세요 똠방각하", 14)]
    [InlineData("안녕 😀", 8)]
    public void The_first_alphabet_that_can_write_a_text_is_taken(string text, int coding)
    {
        var part = new SmsWriter(s_all).Write(text, 1, out var refusal).ShouldHaveSingleItem();

        refusal.ShouldBeNull();
        part.Coding.ShouldBe((byte)coding);
        Read(s_all, [part]).ShouldBe(text);
    }

    [Fact]
    public void An_account_has_its_own_numbers_for_codings()
    {
        var settings = new TextSettings { Alphabets = [new AccountAlphabet(EucKrAlphabet.Instance, 0x84, 90)] };

        var part = new SmsWriter(settings).Write("안녕", 1, out _).ShouldHaveSingleItem();

        part.Coding.ShouldBe((byte)0x84);
        Convert.ToHexString(part.Text.Span).ShouldBe("BEC8B3E7");
        Read(settings, [part]).ShouldBe("안녕");
    }

    [Fact]
    public void What_no_alphabet_can_write_is_refused()
    {
        new SmsWriter(new TextSettings { Alphabets = [TextSettings.Standard(EucKrAlphabet.Instance)] }).Write("😀", 1, out var refusal).ShouldBeEmpty();
        refusal.ShouldBe("SMS_UNSENDABLE_TEXT");
        new SmsWriter(s_all).Write(" \n", 1, out refusal).ShouldBeEmpty();
        refusal.ShouldBe("SMS_UNSENDABLE_TEXT");
    }

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('語', 70, 1)]
    [InlineData('語', 71, 2)]
    [InlineData('語', 134, 2)]
    [InlineData('語', 135, 3)]
    public void Parts_are_as_many_as_phones_count(char character, int count, int parts) =>
        new SmsWriter(new TextSettings()).Write(new string(character, count), 1, out _).Count.ShouldBe(parts);

    [Fact]
    public void Korean_accounts_take_ninety_octets_in_one_piece()
    {
        var settings = new TextSettings { Alphabets = [TextSettings.Standard(EucKrAlphabet.Instance)] };

        new SmsWriter(settings).Write(new string('가', 45), 1, out _).Count.ShouldBe(1);
        new SmsWriter(settings).Write(new string('가', 46), 1, out _).ShouldAllBe(part => part.Text.Length <= 90);
    }

    [Fact]
    public void A_text_of_more_parts_than_allowed_is_too_long()
    {
        new SmsWriter(new TextSettings { MaxParts = 2 }).Write(new string('a', 307), 1, out var refusal).ShouldBeEmpty();
        refusal.ShouldBe("SMS_TOO_LONG");
    }

    [Theory]
    [InlineData(LongMessages.Udh, false)]
    [InlineData(LongMessages.Udh, true)]
    [InlineData(LongMessages.Sar, false)]
    [InlineData(LongMessages.Payload, false)]
    public void Any_text_comes_out_as_it_went_in(LongMessages way, bool packed)
    {
        foreach (var alphabets in (TextAlphabet[][])[[Gsm7Alphabet.Instance, Ucs2Alphabet.Instance], [EucKrAlphabet.Instance, Ucs2Alphabet.Instance], [Ucs2Alphabet.Instance]])
        {
            var settings = new TextSettings { Alphabets = [.. alphabets.Select(TextSettings.Standard)], LongMessages = way, MaxParts = 255, PackGsm7 = packed };
            Prop.ForAll(s_texts, Gen.Choose(1, 40).ToArbitrary(), (text, times) =>
            {
                var whole = string.Concat(Enumerable.Repeat(text, times));
                var parts = new SmsWriter(settings).Write(whole, 300, out var refusal);
                if (refusal is not null)
                    return parts.Count == 0;
                var longest = parts.Max(part => part.Text.Length);

                // An @ at the very end of a full octet cannot be told from filling.
                return longest <= 160 && (Read(settings, parts) == whole || (packed && whole.AsSpan().Contains('@')));
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Nothing_that_comes_in_breaks_the_reader()
    {
        var reader = new SmsReader(s_all);
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (octets, coding, type) =>
        {
            reader.Read(Message(new TextPart(coding, type, (octets ?? []).Take(254).ToArray(), [])));
            new SmsReader(s_all with { PackGsm7 = true }).Read(Message(new TextPart(coding, type, (octets ?? []).Take(254).ToArray(), [])));
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Packed_septets_are_those_of_the_standard() =>
        Convert.ToHexString(Septets.Pack(Gsm7Alphabet.Instance.Write("hellohello"), 0)).ShouldBe("E8329BFD4697D9EC37");

    private static string Read(TextSettings settings, IReadOnlyList<TextPart> parts)
    {
        var read = parts.Select(part => new SmsReader(settings).Read(Message(part))).ToArray();
        if (read.Length > 1)
            read.Select(part => part.Part!.Value.Number).ShouldBe(Enumerable.Range(1, read.Length).Select(number => (byte)number));
        return string.Concat(read.Select(part => part.Text));
    }

    private static ShortMessage Message(TextPart part) => new()
    {
        From = new SmppAddress(0, 1, "15771577"),
        To = new SmppAddress(1, 1, "821012345678"),
        Class = part.EsmClass,
        DataCoding = part.Coding,
        Text = part.Text,
        Parameters = part.Parameters,
    };
}

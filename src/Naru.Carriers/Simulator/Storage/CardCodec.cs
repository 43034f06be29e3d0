using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Kakao;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>
/// A card as bytes: a version, then its members in order. A text is its UTF-8 length plus one as a 32-bit number, 0 for none, and the
/// bytes. Written on the hot path, so nothing is named and nothing is allocated.
/// </summary>
internal static class CardCodec
{
    private const byte Version = 1;

    public static void Write(Card card, ArrayBufferWriter<byte> to)
    {
        Put(to, Version, (byte)card.Channel, (byte)card.Emphasis);
        Put(to, card.Sender);
        Put(to, card.ChannelName);
        Put(to, card.DisplayName);
        Put(to, card.TemplateCode);
        Put(to, card.Title);
        Put(to, card.Subtitle);
        Put(to, card.ImageUrl);
        Put(to, card.Text);
        Put(to, card.Reference);
        Put(to, card.Variables.Count);
        foreach (var (name, value) in card.Variables)
        {
            Put(to, name);
            Put(to, value);
        }

        Put(to, card.Buttons.Count);
        foreach (var button in card.Buttons)
        {
            Put(to, (byte)button.Kind);
            Put(to, button.Name);
            Put(to, button.LinkMobile);
            Put(to, button.LinkPc);
            Put(to, button.SchemeAndroid);
            Put(to, button.SchemeIos);
            Put(to, button.Target);
            Put(to, button.ChatExtra);
            Put(to, button.ChatEvent);
        }

        // At the end and only where there is one: cards of earlier versions end here.
        if (card.Talk is { } talk)
        {
            Put(to, JsonSerializer.Serialize(talk, KakaoJson.Default.TalkBubble));
        }
    }

    public static Card Read(ReadOnlySpan<byte> from)
    {
        if (from[0] != Version)
        {
            throw new InvalidDataException($"A card of version {from[0]} cannot be read.");
        }

        var channel = (Channel)from[1];
        var emphasis = (Emphasis)from[2];
        from = from[3..];
        return new Card
        {
            Channel = channel,
            Emphasis = emphasis,
            Sender = Text(ref from)!,
            ChannelName = Text(ref from)!,
            DisplayName = Text(ref from)!,
            TemplateCode = Text(ref from),
            Title = Text(ref from),
            Subtitle = Text(ref from),
            ImageUrl = Text(ref from),
            Text = Text(ref from)!,
            Reference = Text(ref from)!,
            Variables = Variables(ref from),
            Buttons = Buttons(ref from),
            Talk = from.IsEmpty ? null : JsonSerializer.Deserialize(Text(ref from)!, KakaoJson.Default.TalkBubble),
        };
    }

    private static Dictionary<string, string> Variables(ref ReadOnlySpan<byte> from)
    {
        var count = Number(ref from);
        var variables = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = Text(ref from)!;
            variables[name] = Text(ref from)!;
        }

        return variables;
    }

    private static Button[] Buttons(ref ReadOnlySpan<byte> from)
    {
        var buttons = new Button[Number(ref from)];
        for (var i = 0; i < buttons.Length; i++)
        {
            var kind = (ButtonKind)from[0];
            from = from[1..];
            buttons[i] = new Button(
                kind, Text(ref from)!, Text(ref from), Text(ref from), Text(ref from), Text(ref from), Text(ref from), Text(ref from), Text(ref from));
        }

        return buttons;
    }

    private static void Put(ArrayBufferWriter<byte> to, params ReadOnlySpan<byte> bytes) => to.Write(bytes);

    private static void Put(ArrayBufferWriter<byte> to, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(4), number);
        to.Advance(4);
    }

    private static void Put(ArrayBufferWriter<byte> to, string? text)
    {
        if (text is null)
        {
            Put(to, 0);
            return;
        }

        var span = to.GetSpan(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, span[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(span, length + 1);
        to.Advance(4 + length);
    }

    private static int Number(ref ReadOnlySpan<byte> from)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(from);
        from = from[4..];
        return number;
    }

    private static string? Text(ref ReadOnlySpan<byte> from)
    {
        var length = Number(ref from) - 1;
        if (length < 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(from[..length]);
        from = from[length..];
        return text;
    }
}

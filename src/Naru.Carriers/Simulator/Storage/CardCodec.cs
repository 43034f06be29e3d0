using System.Buffers;
using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Kakao;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>
/// A card as bytes: a version, then its members in order (<see cref="CardBytes"/>). Written on the hot path, so nothing is named and nothing is
/// allocated. What older gateways wrote is read too: phones keep their messages over an upgrade.
/// </summary>
internal static class CardCodec
{
    /// <summary>Cards that hold neither item list, extra text, quick replies nor what only few kinds of buttons have.</summary>
    public const byte WithoutParts = 1;

    private const byte Version = 2;

    private const byte Invites = 1;
    private const byte Own = 2;

    public static void Write(Card card, ArrayBufferWriter<byte> to)
    {
        to.Put(Version, (byte)card.Channel, (byte)card.Emphasis);
        to.Put(card.Sender);
        to.Put(card.ChannelName);
        to.Put(card.DisplayName);
        to.Put(card.TemplateCode);
        to.Put(card.Title);
        to.Put(card.Subtitle);
        to.Put(card.ImageUrl);
        to.Put(card.Text);
        to.Put(card.Reference);
        to.Put(card.Variables.Count);
        foreach (var (name, value) in card.Variables)
        {
            to.Put(name);
            to.Put(value);
        }

        CardButtons.Write(card.Buttons, to);
        to.Put(card.Extra);
        to.Put((byte)((card.Invites ? Invites : 0) | (card.IsOwn ? Own : 0)));
        CardParts.Write(card.Parts, to);

        // At the end and only where there is one: other cards end here.
        if (card.Talk is { } talk)
        {
            to.Put(JsonSerializer.Serialize(talk, KakaoJson.Default.TalkBubble));
        }
    }

    public static Card Read(ReadOnlySpan<byte> from)
    {
        var version = CardBytes.Byte(ref from);
        if (version is not (WithoutParts or Version))
        {
            throw new InvalidDataException($"A card of version {version} cannot be read.");
        }

        var card = new Card
        {
            Channel = (Channel)CardBytes.Byte(ref from),
            Emphasis = (Emphasis)CardBytes.Byte(ref from),
            Sender = CardBytes.Text(ref from)!,
            ChannelName = CardBytes.Text(ref from)!,
            DisplayName = CardBytes.Text(ref from)!,
            TemplateCode = CardBytes.Text(ref from),
            Title = CardBytes.Text(ref from),
            Subtitle = CardBytes.Text(ref from),
            ImageUrl = CardBytes.Text(ref from),
            Text = CardBytes.Text(ref from)!,
            Reference = CardBytes.Text(ref from)!,
            Variables = Variables(ref from),
            Buttons = CardButtons.Read(ref from, version),
        };
        if (version == WithoutParts)
        {
            return card;
        }

        var extra = CardBytes.Text(ref from);
        var flags = CardBytes.Byte(ref from);
        return card with
        {
            Extra = extra,
            Invites = (flags & Invites) != 0,
            IsOwn = (flags & Own) != 0,
            Parts = CardParts.Read(ref from, version),
            Talk = from.IsEmpty ? null : JsonSerializer.Deserialize(CardBytes.Text(ref from)!, KakaoJson.Default.TalkBubble),
        };
    }

    private static Dictionary<string, string> Variables(ref ReadOnlySpan<byte> from)
    {
        var count = CardBytes.Number(ref from);
        var variables = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = CardBytes.Text(ref from)!;
            variables[name] = CardBytes.Text(ref from)!;
        }

        return variables;
    }
}

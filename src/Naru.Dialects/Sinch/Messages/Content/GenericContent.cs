using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages.Content;

/// <summary>The contents that are the same on every channel. KakaoTalk's notices carry none of them: they are checked and kept.</summary>
internal static class GenericContent
{
    /// <summary>No lengths are published; a request has its own limit.</summary>
    public const int MaxText = int.MaxValue;

    private static readonly (byte[] Member, string Name, ContentKind Kind)[] s_members =
    [
        ("text_message"u8.ToArray(), "text_message", ContentKind.Text),
        ("media_message"u8.ToArray(), "media_message", ContentKind.Media),
        ("card_message"u8.ToArray(), "card_message", ContentKind.Card),
        ("carousel_message"u8.ToArray(), "carousel_message", ContentKind.Carousel),
        ("choice_message"u8.ToArray(), "choice_message", ContentKind.Choice),
        ("location_message"u8.ToArray(), "location_message", ContentKind.Location),
        ("list_message"u8.ToArray(), "list_message", ContentKind.List),
        ("contact_info_message"u8.ToArray(), "contact_info_message", ContentKind.ContactInfo),
    ];

    /// <summary>Which of them the current member is; null = none.</summary>
    public static ContentKind? KindOf(ref StrictJson json)
    {
        foreach (var (member, _, kind) in s_members)
        {
            if (json.Is(member))
            {
                return kind;
            }
        }

        return null;
    }

    /// <inheritdoc cref="Read(ref StrictJson, ContentKind, out string)"/>
    public static bool Read(ref StrictJson json, ContentKind kind) => Read(ref json, kind, out _);

    /// <summary>Reads the current member. False where it holds nothing.</summary>
    /// <param name="text">Of a text: the only one that a channel here carries.</param>
    public static bool Read(ref StrictJson json, ContentKind kind, out string? text)
    {
        text = null;
        var name = Array.Find(s_members, member => member.Kind == kind).Name;
        if (!json.BeginObject(name))
        {
            return !json.IsNull;
        }

        switch (kind)
        {
            case ContentKind.Text:
                text = ReadText(ref json);
                break;
            case ContentKind.Media:
                ReadStrings(ref json, ("url", true), ("thumbnail_url", false), ("filename_override", false));
                break;
            case ContentKind.Location:
                LocationReader.Read(ref json);
                break;
            case ContentKind.Card:
                CardReader.ReadCard(ref json);
                break;
            case ContentKind.Carousel:
                CardReader.ReadCarousel(ref json);
                break;
            case ContentKind.Choice:
                ChoiceReader.ReadMessage(ref json);
                break;
            case ContentKind.List:
                ReadParts(ref json, ["title"], [], ["sections"]);
                break;
            case ContentKind.ContactInfo:
                ReadParts(ref json, [], ["name"], ["phone_numbers"]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such content.");
        }

        json.End();
        return true;
    }

    private static string? ReadText(ref StrictJson json)
    {
        string? text = null;
        while (json.NextMember())
        {
            if (json.Is("text"u8))
            {
                text = json.String("text", MaxText, 1);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(text is not null, "text");
        return text;
    }

    /// <summary>The members of the current object that are texts; others are skipped.</summary>
    public static void ReadStrings(ref StrictJson json, params ReadOnlySpan<(string Name, bool Required)> members)
    {
        var seen = 0;
        while (json.NextMember())
        {
            var index = IndexOf(ref json, members);
            if (index < 0)
            {
                json.SkipMember();
            }
            else if (json.String(members[index].Name, MaxText, members[index].Required ? 1 : 0) is not null)
            {
                seen |= 1 << index;
            }
        }

        for (var i = 0; i < members.Length; i++)
        {
            json.Require(!members[i].Required || (seen & (1 << i)) != 0, members[i].Name);
        }
    }

    private static int IndexOf(ref StrictJson json, scoped ReadOnlySpan<(string Name, bool Required)> members)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (json.Is(members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Texts, objects and arrays of objects that must all be there; what is in the objects is not looked at.</summary>
    private static void ReadParts(
        ref StrictJson json, scoped ReadOnlySpan<string> texts, scoped ReadOnlySpan<string> objects, scoped ReadOnlySpan<string> arrays)
    {
        var seen = 0;
        while (json.NextMember())
        {
            if (Find(ref json, texts) is var text and >= 0)
            {
                seen |= json.String(texts[text], MaxText) is null ? 0 : 1 << text;
            }
            else if (Find(ref json, objects) is var whole and >= 0)
            {
                seen |= json.RawObject(objects[whole], MaxText) is null ? 0 : 1 << (8 + whole);
            }
            else if (Find(ref json, arrays) is var list and >= 0)
            {
                seen |= ReadObjects(ref json, arrays[list]) ? 1 << (16 + list) : 0;
            }
            else
            {
                json.SkipMember();
            }
        }

        RequireAll(ref json, texts, seen);
        RequireAll(ref json, objects, seen >> 8);
        RequireAll(ref json, arrays, seen >> 16);
    }

    private static bool ReadObjects(ref StrictJson json, string name)
    {
        if (!json.BeginArray(name))
        {
            return !json.IsNull;
        }

        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                while (json.NextMember())
                {
                    json.SkipMember();
                }

                json.End();
            }
        }

        json.RequireItems();
        json.End();
        return true;
    }

    private static int Find(ref StrictJson json, scoped ReadOnlySpan<string> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (json.Is(names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static void RequireAll(ref StrictJson json, scoped ReadOnlySpan<string> names, int seen)
    {
        for (var i = 0; i < names.Length; i++)
        {
            json.Require((seen & (1 << i)) != 0, names[i]);
        }
    }
}

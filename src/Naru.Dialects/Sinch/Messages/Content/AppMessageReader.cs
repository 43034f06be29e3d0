using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages.Content;

/// <summary>
/// The members of an AppMessage (contracts/sinch.md §3.4): exactly one generic content, or something of its own for a channel. All of it is checked,
/// whether a channel of ours carries it or not: what cannot be carried is told later, as a FAILED report.
/// </summary>
internal static class AppMessageReader
{
    public const string OneContent =
        "must have exactly one of [text_message, media_message, template_message, card_message, carousel_message, choice_message, location_message, " +
        "list_message, contact_info_message]";

    private static readonly JsonChoice<bool> s_agentTypes = new(("UNKNOWN_AGENT_TYPE", false), ("HUMAN", false), ("BOT", false));

    /// <summary>Called inside the object; leaves it.</summary>
    public static void Read(ref StrictJson json, MessageDraft draft)
    {
        var contents = default(ContentSet);
        var own = false;
        while (json.NextMember())
        {
            if (ReadContent(ref json, draft) is { } kind)
            {
                contents.Add(kind);
            }
            else if (json.Is("explicit_channel_message"u8))
            {
                own |= OwnContent.ReadTexts(ref json, draft);
            }
            else if (json.Is("explicit_channel_omni_message"u8))
            {
                own |= OwnContent.ReadOmni(ref json, draft);
            }
            else if (json.Is("channel_specific_message"u8))
            {
                own |= OwnContent.ReadSpecific(ref json, draft);
            }
            else
            {
                ReadRest(ref json);
            }
        }

        if (contents.Count > 1 || (contents.Count == 0 && !own))
        {
            json.Fault(OneContent);
        }

        json.End();
    }

    /// <summary>Reads the member if it is a generic content. Null where it is another member, or nothing.</summary>
    private static ContentKind? ReadContent(ref StrictJson json, MessageDraft draft)
    {
        if (json.Is("template_message"u8))
        {
            return TemplateReader.Read(ref json, draft) ? ContentKind.Template : ContentKind.None;
        }

        if (GenericContent.KindOf(ref json) is not { } kind)
        {
            return null;
        }

        var read = GenericContent.Read(ref json, kind, out var text);
        draft.Text = text ?? draft.Text;
        return read ? kind : ContentKind.None;
    }

    private static void ReadRest(ref StrictJson json)
    {
        if (json.Is("agent"u8))
        {
            ReadAgent(ref json);
        }
        else if (json.Is("reply_to"u8))
        {
            ReadReplyTo(ref json);
        }
        else
        {
            json.SkipMember();
        }
    }

    private static void ReadAgent(ref StrictJson json)
    {
        if (!json.BeginObject("agent"))
        {
            return;
        }

        while (json.NextMember())
        {
            if (json.Is("display_name"u8))
            {
                json.String("display_name", GenericContent.MaxText);
            }
            else if (json.Is("type"u8))
            {
                json.Choice("type", s_agentTypes);
            }
            else if (json.Is("picture_url"u8))
            {
                json.String("picture_url", GenericContent.MaxText);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private static void ReadReplyTo(ref StrictJson json)
    {
        if (!json.BeginObject("reply_to"))
        {
            return;
        }

        var id = false;
        while (json.NextMember())
        {
            if (json.Is("message_id"u8))
            {
                id = json.String("message_id", GenericContent.MaxText) is not null;
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(id, "message_id");
        json.End();
    }

    /// <summary>Kinds that were seen, each once: of a repeated member the last counts.</summary>
    private struct ContentSet
    {
        private int _bits;

        public readonly int Count => System.Numerics.BitOperations.PopCount((uint)_bits);

        public void Add(ContentKind kind) => _bits |= kind == ContentKind.None ? 0 : 1 << (int)kind;
    }
}

/// <summary>The generic contents.</summary>
internal enum ContentKind
{
    /// <summary>The member is there and holds nothing.</summary>
    None = 0,
    Text = 1,
    Media = 2,
    Template = 3,
    Card = 4,
    Carousel = 5,
    Choice = 6,
    Location = 7,
    List = 8,
    ContactInfo = 9,
}

using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages.Content;

/// <summary>What is meant for one channel alone and goes before the generic content there.</summary>
internal static class OwnContent
{
    private static readonly JsonChoice<bool> s_types = new(
        ("FLOWS", false), ("ORDER_DETAILS", false), ("ORDER_STATUS", false), ("COMMERCE", false), ("CAROUSEL_COMMERCE", false),
        ("NOTIFICATION_MESSAGE_TEMPLATE", false));

    /// <summary><c>explicit_channel_message</c>: the channel's own form, as a text. False where there is none.</summary>
    public static bool ReadTexts(ref StrictJson json, MessageDraft draft) =>
        ReadChannels(ref json, "explicit_channel_message", draft, static (ref json, name, _) => json.String(name, GenericContent.MaxText, 1) is not null);

    /// <summary><c>explicit_channel_omni_message</c>: another generic content for the channel.</summary>
    public static bool ReadOmni(ref StrictJson json, MessageDraft draft) =>
        ReadChannels(ref json, "explicit_channel_omni_message", draft, ReadOmni);

    /// <summary><c>channel_specific_message</c>: contents that only one channel has, such as a product of KakaoTalk's.</summary>
    public static bool ReadSpecific(ref StrictJson json, MessageDraft draft) =>
        ReadChannels(ref json, "channel_specific_message", draft, ReadSpecific);

    private static bool ReadChannels(ref StrictJson json, string member, MessageDraft draft, ContentReader read)
    {
        if (!json.BeginObject(member))
        {
            return !json.IsNull;
        }

        var any = false;
        while (json.NextMember())
        {
            var name = json.Name();
            var channel = SinchChannels.Find(name);
            if (channel is null)
            {
                json.Fault(name, TemplateReader.UnknownChannel);
            }

            if (read(ref json, name, draft))
            {
                any = true;
                (draft.OwnContent ??= []).Add(channel ?? SinchChannel.Other);
            }
        }

        json.End();
        return any;
    }

    private static bool ReadOmni(ref StrictJson json, string name, MessageDraft draft)
    {
        if (!json.BeginObject(name))
        {
            return !json.IsNull;
        }

        var contents = 0;
        while (json.NextMember())
        {
            if (GenericContent.KindOf(ref json) is { } kind)
            {
                contents += GenericContent.Read(ref json, kind, out var text) ? 1 : 0;
                draft.SmsText = name == SinchChannels.Sms ? text : draft.SmsText;
            }
            else if (json.Is("template_reference"u8))
            {
                contents += TemplateReader.ReadReference(ref json, "template_reference", versioned: false) is null ? 0 : 1;
            }
            else
            {
                json.SkipMember();
            }
        }

        if (contents != 1)
        {
            json.Fault("must have exactly one content");
        }

        json.End();
        return true;
    }

    private static bool ReadSpecific(ref StrictJson json, string name, MessageDraft draft)
    {
        if (!json.BeginObject(name))
        {
            return !json.IsNull;
        }

        var type = false;
        var message = false;
        while (json.NextMember())
        {
            if (json.Is("message_type"u8))
            {
                type = json.Choice("message_type", s_types) is not null;
            }
            else if (json.Is("message"u8))
            {
                message = json.RawObject("message", GenericContent.MaxText) is not null;
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(type, "message_type");
        json.Require(message, "message");
        json.End();
        return true;
    }

    private delegate bool ContentReader(ref StrictJson json, string name, MessageDraft draft);
}

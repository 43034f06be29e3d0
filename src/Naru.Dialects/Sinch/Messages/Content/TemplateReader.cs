using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages.Content;

/// <summary><c>template_message</c>: the template of a channel, or one of Sinch's own; the channel's goes first on its channel.</summary>
internal static class TemplateReader
{
    public const string OneOf = "must have at least one of [channel_template, omni_template]";
    public const string UnknownChannel = "is no channel";

    private const int MaxId = 255;

    /// <summary>False where there is none.</summary>
    public static bool Read(ref StrictJson json, MessageDraft draft)
    {
        draft.KakaoTalk = null;
        draft.HasOmniTemplate = false;
        if (!json.BeginObject("template_message"))
        {
            return !json.IsNull;
        }

        var any = false;
        while (json.NextMember())
        {
            if (json.Is("channel_template"u8))
            {
                any |= ReadChannels(ref json, draft);
            }
            else if (json.Is("omni_template"u8))
            {
                draft.HasOmniTemplate = ReadReference(ref json, "omni_template", versioned: true) is not null;
                any |= draft.HasOmniTemplate;
            }
            else
            {
                json.SkipMember();
            }
        }

        if (!any)
        {
            json.Fault(OneOf);
        }

        json.End();
        return true;
    }

    /// <summary>The current member: a template with its parameters. Null where there is none.</summary>
    /// <param name="versioned">Whether it must name its version.</param>
    public static TemplateDraft? ReadReference(ref StrictJson json, string name, bool versioned)
    {
        if (!json.BeginObject(name))
        {
            return json.IsNull ? null : new TemplateDraft();
        }

        var template = new TemplateDraft();
        var id = false;
        var version = false;
        while (json.NextMember())
        {
            if (json.Is("template_id"u8))
            {
                id = json.String("template_id", MaxId, 1) is { } text && (template.Id = text) is not null;
            }
            else if (json.Is("version"u8))
            {
                version = json.String("version", MaxId) is not null;
            }
            else if (json.Is("language_code"u8))
            {
                json.String("language_code", MaxId);
            }
            else if (json.Is("parameters"u8))
            {
                template.Parameters = ReadParameters(ref json);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(id, "template_id");
        json.Require(version || !versioned, "version");
        json.End();
        return template;
    }

    /// <summary>An entry that holds nothing is no template.</summary>
    private static bool ReadChannels(ref StrictJson json, MessageDraft draft)
    {
        if (!json.BeginObject("channel_template"))
        {
            return !json.IsNull;
        }

        var any = false;
        while (json.NextMember())
        {
            var name = json.Is("KAKAOTALK"u8) ? SinchChannels.KakaoTalk : json.Name();
            var channel = SinchChannels.Find(name);
            if (channel is null)
            {
                json.Fault(name, UnknownChannel);
            }

            var template = ReadReference(ref json, name, versioned: false);
            any |= template is not null;
            if (channel == SinchChannel.KakaoTalk)
            {
                draft.KakaoTalk = template;
            }
        }

        json.End();
        return any;
    }

    /// <summary><c>parameters</c>: texts under names of the caller's own.</summary>
    public static IReadOnlyDictionary<string, string> ReadParameters(ref StrictJson json)
    {
        if (!json.BeginObject("parameters"))
        {
            return TemplateDraft.NoParameters;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        while (json.NextMember())
        {
            var name = json.Name();
            if (json.String(name, GenericContent.MaxText) is { } value)
            {
                parameters[name] = value;
            }
        }

        json.End();
        return parameters;
    }
}

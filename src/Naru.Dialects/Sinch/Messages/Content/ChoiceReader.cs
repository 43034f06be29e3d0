using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages.Content;

/// <summary><c>choice_message</c>, and the choices that other contents have.</summary>
internal static class ChoiceReader
{
    public const int MaxChoices = 10;

    public const string OneKind =
        "must have exactly one of [text_message, url_message, call_message, location_message, calendar_message, share_location_message]";

    /// <summary>Called inside the object; reads its members to the last.</summary>
    public static void ReadMessage(ref StrictJson json)
    {
        var choices = false;
        while (json.NextMember())
        {
            if (json.Is("choices"u8))
            {
                choices = ReadChoices(ref json, MaxChoices);
            }
            else if (GenericContent.KindOf(ref json) is { } kind and (ContentKind.Text or ContentKind.Media or ContentKind.Location))
            {
                GenericContent.Read(ref json, kind);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(choices, "choices");
    }

    /// <summary>The current member, an array. False where there is none.</summary>
    public static bool ReadChoices(ref StrictJson json, int most)
    {
        if (!json.BeginArray("choices"))
        {
            return !json.IsNull;
        }

        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                ReadChoice(ref json);
            }
        }

        if (json.Index >= most)
        {
            json.Fault($"size must be between 0 and {most}");
        }

        json.End();
        return true;
    }

    private static void ReadChoice(ref StrictJson json)
    {
        var kinds = 0;
        while (json.NextMember())
        {
            if (json.Is("url_message"u8))
            {
                kinds |= ReadObject(ref json, "url_message", ("title", true), ("url", true)) ? 1 : 0;
            }
            else if (json.Is("call_message"u8))
            {
                kinds |= ReadObject(ref json, "call_message", ("title", true), ("phone_number", true)) ? 2 : 0;
            }
            else if (json.Is("calendar_message"u8))
            {
                kinds |= ReadObject(ref json, "calendar_message") ? 4 : 0;
            }
            else if (json.Is("share_location_message"u8))
            {
                kinds |= ReadObject(ref json, "share_location_message") ? 8 : 0;
            }
            else if (json.Is("postback_data"u8))
            {
                json.String("postback_data", GenericContent.MaxText);
            }
            else if (GenericContent.KindOf(ref json) is { } kind and (ContentKind.Text or ContentKind.Location))
            {
                kinds |= GenericContent.Read(ref json, kind) ? 16 << (int)kind : 0;
            }
            else
            {
                json.SkipMember();
            }
        }

        if (System.Numerics.BitOperations.PopCount((uint)kinds) != 1)
        {
            json.Fault(OneKind);
        }

        json.End();
    }

    private static bool ReadObject(ref StrictJson json, string name, params ReadOnlySpan<(string Name, bool Required)> members)
    {
        if (!json.BeginObject(name))
        {
            return !json.IsNull;
        }

        GenericContent.ReadStrings(ref json, members);
        json.End();
        return true;
    }
}

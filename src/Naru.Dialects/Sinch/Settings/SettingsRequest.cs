using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Settings;

/// <summary>What a POST or PATCH says of a project's settings.</summary>
/// <param name="HasContacts">The body has <c>contact_settings</c>, be it as <c>null</c>.</param>
/// <param name="UnifiedContacts">Null = not said.</param>
internal sealed record SettingsRequest(bool HasContacts, bool? UnifiedContacts)
{
    public const string Contacts = "contact_settings";

    public static SettingsRequest Read(ref StrictJson json)
    {
        var has = false;
        bool? unified = null;
        while (json.NextMember())
        {
            if (!json.Is("contact_settings"u8))
            {
                json.SkipMember();
                continue;
            }

            has = true;
            if (json.BeginObject(Contacts))
            {
                unified = ReadContacts(ref json);
                json.End();
            }
        }

        return new SettingsRequest(has, unified);
    }

    private static bool? ReadContacts(ref StrictJson json)
    {
        bool? unified = null;
        while (json.NextMember())
        {
            if (json.Is("unified_contact_id_enabled"u8))
            {
                unified = json.Boolean("unified_contact_id_enabled");
            }
            else
            {
                json.SkipMember();
            }
        }

        return unified;
    }
}

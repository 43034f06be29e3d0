using System.Globalization;
using System.Text.Json;
using Naru.Core.Kakao;

namespace Naru.Dialects.Kakao.Users;

/// <summary><c>/v2/user/me</c>: what a person lets the app know; of the rest only that it would have to ask.</summary>
/// <param name="Keys">Only these, such as <c>kakao_account.email</c>; null: all.</param>
internal sealed record UserView(DevelopersApp App, Person Person, Connection Connection, IReadOnlyList<string>? Keys)
{
    /// <summary>The properties that every app has.</summary>
    public static readonly IReadOnlySet<string> PropertyKeys = new HashSet<string>(StringComparer.Ordinal) { "nickname", "profile_image", "thumbnail_image" };

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, Person.Id);
        json.WriteString("connected_at"u8, Instant(Connection.ConnectedAt));
        WriteProperties(json);
        WriteAccount(json);
        if (Wants("for_partner"))
        {
            json.WriteStartObject("for_partner"u8);
            json.WriteString("uuid"u8, Connection.Uuid);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteProperties(Utf8JsonWriter json)
    {
        if (!Wants("properties") || (!Connection.Has(ConsentItem.Nickname) && !Connection.Has(ConsentItem.ProfileImage)))
        {
            return;
        }

        json.WriteStartObject("properties"u8);
        if (Connection.Has(ConsentItem.Nickname) && Wants("properties.nickname"))
        {
            json.WriteString("nickname"u8, Property("nickname", Person.Name));
        }

        if (Connection.Has(ConsentItem.ProfileImage) && Person.ImageUrl.Length > 0)
        {
            Text(json, "properties", "profile_image", Property("profile_image", Person.ImageUrl));
            Text(json, "properties", "thumbnail_image", Property("thumbnail_image", Person.ImageUrl));
        }

        json.WriteEndObject();
    }

    private void WriteAccount(Utf8JsonWriter json)
    {
        if (!Wants("kakao_account"))
        {
            return;
        }

        json.WriteStartObject("kakao_account"u8);
        WriteProfile(json);
        Item("name", "name", "name", Person.Name);
        Item(ConsentItem.Email, "email", "email", Person.Email, static (json, has) =>
        {
            json.WriteBoolean("is_email_valid"u8, has);
            json.WriteBoolean("is_email_verified"u8, has);
        });
        Item("age_range", "age_range", "age_range", AgeRange());
        Item("birthyear", "birthyear", "birthyear", Person.BirthYear > 0 ? Person.BirthYear.ToString(CultureInfo.InvariantCulture) : "");
        Item("birthday", "birthday", "birthday", Person.Birthday, (json, has) =>
        {
            if (has)
            {
                json.WriteString("birthday_type"u8, "SOLAR"u8);
            }
        });
        Item("gender", "gender", "gender", Person.Gender);
        Item("phone_number", "phone_number", "phone_number", Phone());
        json.WriteEndObject();

        void Item(string scope, string key, string name, string value, Action<Utf8JsonWriter, bool>? more = null)
        {
            if (App.LevelOf(scope) == ConsentLevel.Off || !Wants($"kakao_account.{key}"))
            {
                return;
            }

            var agreed = Connection.Has(scope);
            json.WriteBoolean($"has_{name}", value.Length > 0);
            json.WriteBoolean($"{name}_needs_agreement", !agreed);
            if (agreed)
            {
                more?.Invoke(json, value.Length > 0);
                if (value.Length > 0)
                {
                    json.WriteString(name, value);
                }
            }
        }
    }

    private void WriteProfile(Utf8JsonWriter json)
    {
        var (nickname, image) = (App.LevelOf(ConsentItem.Nickname) != ConsentLevel.Off, App.LevelOf(ConsentItem.ProfileImage) != ConsentLevel.Off);
        if (!Wants("kakao_account.profile") || (!nickname && !image))
        {
            return;
        }

        var (hasNickname, hasImage) = (Connection.Has(ConsentItem.Nickname), Connection.Has(ConsentItem.ProfileImage));
        json.WriteBoolean("profile_needs_agreement"u8, (nickname && !hasNickname) || (image && !hasImage));
        if (nickname)
        {
            json.WriteBoolean("profile_nickname_needs_agreement"u8, !hasNickname);
        }

        if (image)
        {
            json.WriteBoolean("profile_image_needs_agreement"u8, !hasImage);
        }

        if (!hasNickname && !hasImage)
        {
            return;
        }

        json.WriteStartObject("profile"u8);
        if (hasNickname)
        {
            json.WriteString("nickname"u8, Person.Name);
        }

        if (hasImage)
        {
            if (Person.ImageUrl.Length > 0)
            {
                json.WriteString("thumbnail_image_url"u8, Person.ImageUrl);
                json.WriteString("profile_image_url"u8, Person.ImageUrl);
            }

            json.WriteBoolean("is_default_image"u8, Person.ImageUrl.Length == 0);
        }

        json.WriteEndObject();
    }

    private void Text(Utf8JsonWriter json, string above, string name, string value)
    {
        if (Wants($"{above}.{name}"))
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>A key stands for all below it and needs all above it.</summary>
    private bool Wants(string key) =>
        Keys is null || Keys.Any(wanted => wanted.TrimEnd('.') is var plain && (plain == key || plain.StartsWith(key + ".", StringComparison.Ordinal) || key.StartsWith(plain + ".", StringComparison.Ordinal)));

    private string Property(string key, string otherwise) => Connection.Properties.TryGetValue(key, out var value) ? value : otherwise;

    /// <summary>Decades, as Kakao writes them.</summary>
    private string AgeRange()
    {
        if (Person.BirthYear == 0)
        {
            return "";
        }

        var decade = (Connection.ConnectedAt.Year - Person.BirthYear) / 10 * 10;
        return string.Create(CultureInfo.InvariantCulture, $"{decade}~{decade + 9}");
    }

    /// <summary><c>+82 10-1234-5678</c></summary>
    private string Phone() => Person.Phone.Value is { Length: 12 } digits && digits.StartsWith("82", StringComparison.Ordinal)
        ? $"+82 {digits[2..4]}-{digits[4..8]}-{digits[8..]}"
        : "+" + Person.Phone.Value;

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using Naru.Core.Kakao.Templates;

namespace Naru.Console.Kakao;

/// <summary>What <c>kakaolink://send</c> carries beside the message.</summary>
/// <param name="Ka">Who shares, as the <c>KA</c> header says it.</param>
/// <param name="ServerArguments">JSON for the callback; null: the app wants none.</param>
internal sealed record KakaoLinkExtras(string? Ka, string? ServerArguments)
{
    /// <summary>What cannot be read carries nothing; the picker then says what is missing.</summary>
    public static KakaoLinkExtras Read(string json)
    {
        try
        {
            using var extras = TemplateReader.Parse(json);
            return extras.RootElement.ValueKind == JsonValueKind.Object ? new(Text("KA"), Text("lcba")) : new(null, null);

            string? Text(string name) => extras.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return new(null, null);
        }
    }

    /// <summary>The <c>validation_params</c> of a message that has an id.</summary>
    public static string Validated(string id, string arguments) => PlainJson.Write(json =>
    {
        json.WriteString("link_ver"u8, "4.0"u8);
        json.WriteNumber("template_id"u8, long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        if (IsObject(arguments))
        {
            json.WritePropertyName("template_args"u8);
            json.WriteRawValue(arguments);
        }
    });

    private static bool IsObject(string json)
    {
        try
        {
            using var parsed = TemplateReader.Parse(json);
            return parsed.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

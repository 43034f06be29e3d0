using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Naru.Fakes.Dealers;

namespace Naru.Fakes.Solapi;

/// <summary>What Solapi checks of a message when it comes: its shape refuses the request, its content the message, with a 1xxx code.</summary>
internal sealed class Registration(FakeSolapiOptions options)
{
    private static readonly Dictionary<string, JsonValueKind[]> s_message = new(StringComparer.Ordinal)
    {
        ["to"] = Strict.Text, ["from"] = Strict.Text, ["text"] = Strict.Text, ["type"] = Strict.Text, ["country"] = Strict.Text, ["subject"] = Strict.Text,
        ["imageId"] = Strict.Text, ["customFields"] = Strict.Object, ["replacements"] = Strict.List, ["kakaoOptions"] = Strict.Object, ["autoTypeDetect"] = Strict.Flag,
    };

    private static readonly Dictionary<string, JsonValueKind[]> s_kakao = new(StringComparer.Ordinal)
    {
        ["pfId"] = Strict.Text, ["templateId"] = Strict.Text, ["variables"] = Strict.Object, ["disableSms"] = Strict.Flag, ["adFlag"] = Strict.Flag, ["imageId"] = Strict.Text,
        ["buttons"] = Strict.List, ["bms"] = Strict.Object,
    };

    private static readonly Dictionary<string, JsonValueKind[]> s_button = new(StringComparer.Ordinal)
    {
        ["buttonName"] = Strict.Text, ["buttonType"] = Strict.Text, ["linkMo"] = Strict.Text, ["linkPc"] = Strict.Text, ["linkAnd"] = Strict.Text, ["linkIos"] = Strict.Text,
    };

    private readonly ConcurrentDictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    /// <returns>Why the request is refused; null where it can be read.</returns>
    public static string? Shape(JsonElement message, string path)
    {
        var fault = Strict.Check(message, path, s_message, "to");
        if (fault is not null)
        {
            return fault;
        }

        if (message.TryGetProperty("kakaoOptions", out var kakao) && kakao.ValueKind == JsonValueKind.Object)
        {
            fault = Strict.Check(kakao, path + ".kakaoOptions", s_kakao, "pfId");
            if (fault is null && kakao.TryGetProperty("buttons", out var buttons) && buttons.ValueKind == JsonValueKind.Array)
            {
                fault = buttons.EnumerateArray().Select((button, i) => Strict.Check(button, $"{path}.kakaoOptions.buttons[{i}]", s_button, "buttonName", "buttonType")).FirstOrDefault(f => f is not null);
            }
        }

        return fault;
    }

    /// <returns>The status code that it fails with; null where it is taken.</returns>
    public string? Content(JsonElement message)
    {
        var type = Strict.Read(message, "type") ?? "SMS";
        if (!Regex.IsMatch(Strict.Read(message, "to")!, "^0[0-9]{8,10}$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            return "1011";
        }

        if (message.TryGetProperty("customFields", out var custom) && custom.ValueKind == JsonValueKind.Object
            && custom.EnumerateObject().Any(static field => field.Name.Length > 30 || field.Value.ValueKind != JsonValueKind.String || field.Value.GetString()!.Length > 100))
        {
            return "1032";
        }

        return type switch
        {
            "ATA" => Kakao(message),
            "SMS" or "LMS" => Text(message, type),
            _ => "1025",
        };
    }

    private static string? Text(JsonElement message, string type)
    {
        if (Strict.Read(message, "from") is not { Length: > 0 })
        {
            return "1062";
        }

        var text = Strict.Read(message, "text") ?? "";
        if (type == "SMS" && Strict.Read(message, "subject") is not null)
        {
            return "1013";
        }

        return text.Length == 0 ? "1010" : text.Sum(static c => c < 0x80 ? 1 : 2) > (type == "SMS" ? 90 : 2000) ? "1031" : null;
    }

    private string? Kakao(JsonElement message)
    {
        if (!message.TryGetProperty("kakaoOptions", out var kakao) || Strict.Read(kakao, "pfId") is not { } pfId || !options.Channels.ContainsKey(pfId))
        {
            return "1041";
        }

        if (Strict.Read(kakao, "templateId") is not { } templateId || !options.Templates.TryGetValue(templateId, out var template) || template.ChannelId != pfId)
        {
            return "1042";
        }

        var text = Strict.Read(message, "text");
        if (text?.Length > 1300)
        {
            return "1031";
        }

        return text is not null && !_patterns.GetOrAdd(template.Content, Pattern).IsMatch(text) ? "1043" : null;
    }

    private static Regex Pattern(string template) => new(
        "^" + string.Join("[\\s\\S]*", Regex.Split(template, "#\\{[^}]*\\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(Regex.Escape)) + "$",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

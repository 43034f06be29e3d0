using System.Text.Json;
using System.Text.RegularExpressions;
using Naru.Fakes.Dealers;

namespace Naru.Fakes.Bizgo;

/// <summary>What Bizgo checks of <c>POST /send/omni</c>: service codes as its error table has them, A302 where the body is not in its contract.</summary>
internal sealed class SendShape(FakeBizgoOptions options)
{
    private static readonly Dictionary<string, JsonValueKind[]> s_body = new(StringComparer.Ordinal)
    {
        ["destinations"] = Strict.List, ["messageFlow"] = Strict.List, ["paymentCode"] = Strict.Text, ["groupKey"] = Strict.Text, ["idempotencyKey"] = Strict.Text,
        ["idempotencyTtl"] = Strict.Number, ["ref"] = Strict.Text,
    };

    private static readonly Dictionary<string, JsonValueKind[]> s_destination = new(StringComparer.Ordinal)
    {
        ["to"] = Strict.Text, ["replaceWords"] = Strict.Object, ["ref"] = Strict.Text,
    };

    private static readonly Dictionary<string, JsonValueKind[]> s_flow = new(StringComparer.Ordinal) { ["alimtalk"] = Strict.Object, ["sms"] = Strict.Object, ["mms"] = Strict.Object };

    private static readonly Dictionary<string, JsonValueKind[]> s_alimTalk = new(StringComparer.Ordinal)
    {
        ["msgType"] = Strict.Text, ["senderKey"] = Strict.Text, ["templateCode"] = Strict.Text, ["sendType"] = Strict.Text, ["responseMethod"] = Strict.Text, ["timeout"] = Strict.Text,
        ["text"] = Strict.Text, ["title"] = Strict.Text, ["header"] = Strict.Text, ["link"] = Strict.Object, ["attachment"] = Strict.Object, ["supplement"] = Strict.Object,
        ["price"] = Strict.Text, ["currencyType"] = Strict.Text,
    };

    private static readonly Dictionary<string, JsonValueKind[]> s_attachment = new(StringComparer.Ordinal)
    {
        ["button"] = Strict.List, ["item"] = Strict.Object, ["itemHighlight"] = Strict.Object,
    };

    private static readonly Dictionary<string, JsonValueKind[]> s_button = new(StringComparer.Ordinal)
    {
        ["type"] = Strict.Text, ["name"] = Strict.Text, ["urlPc"] = Strict.Text, ["urlMobile"] = Strict.Text, ["schemeIos"] = Strict.Text, ["schemeAndroid"] = Strict.Text,
        ["target"] = Strict.Text, ["chatExtra"] = Strict.Text, ["chatEvent"] = Strict.Text, ["pluginId"] = Strict.Text, ["relayId"] = Strict.Text, ["oneclickId"] = Strict.Text,
        ["productId"] = Strict.Text, ["bizFormKey"] = Strict.Text, ["bizFormId"] = Strict.Text, ["telNumber"] = Strict.Text,
    };

    private static readonly Dictionary<string, JsonValueKind[]> s_text = new(StringComparer.Ordinal)
    {
        ["from"] = Strict.Text, ["text"] = Strict.Text, ["title"] = Strict.Text, ["fileKey"] = Strict.List, ["ttl"] = Strict.Text, ["originCID"] = Strict.Text,
    };

    /// <returns>The service code and what is wrong; null where the request is taken.</returns>
    public (string Code, string Why)? Fault(JsonElement body)
    {
        if (Strict.Check(body, "body", s_body, "destinations", "messageFlow") is { } shape)
        {
            return ("A302", shape);
        }

        var destinations = body.GetProperty("destinations").EnumerateArray().ToArray();
        if (destinations.Length is 0 or > 200)
        {
            return ("A318", "destinations must be 1 to 200");
        }

        if (destinations.Select((one, i) => Strict.Check(one, $"destinations[{i}]", s_destination, "to")).FirstOrDefault(f => f is not null) is { } wrong)
        {
            return ("A302", wrong);
        }

        var key = Strict.Read(body, "idempotencyKey");
        if (key?.Length > 200 || (key is not null && !(body.TryGetProperty("idempotencyTtl", out var ttl) && ttl.TryGetInt32(out var seconds) && seconds is >= 0 and <= 86_400)))
        {
            return ("A309", "idempotencyTtl");
        }

        foreach (var entry in body.GetProperty("messageFlow").EnumerateArray())
        {
            if (Strict.Check(entry, "messageFlow", s_flow) is { } unknown)
            {
                return ("A302", unknown);
            }

            var fault = entry.TryGetProperty("alimtalk", out var alimTalk) ? AlimTalk(alimTalk)
                : entry.TryGetProperty("sms", out var sms) ? Text(sms, "sms", 90)
                : entry.TryGetProperty("mms", out var mms) ? Text(mms, "mms", 2000)
                : ("A302", "messageFlow is empty");
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static (string, string)? Text(JsonElement text, string path, int bytes)
    {
        if (Strict.Check(text, path, s_text, "from", "text") is { } shape)
        {
            return ("A302", shape);
        }

        return Strict.Read(text, "text")!.Sum(static c => c < 0x80 ? 1 : 2) > bytes ? ("A302", $"{path}.text is longer than {bytes} bytes") : null;
    }

    private (string, string)? AlimTalk(JsonElement message)
    {
        if (Strict.Check(message, "alimtalk", s_alimTalk, "senderKey", "templateCode") is { } shape)
        {
            return ("A302", shape);
        }

        if (message.TryGetProperty("attachment", out var attachment))
        {
            if (Strict.Check(attachment, "alimtalk.attachment", s_attachment) is { } wrong)
            {
                return ("A302", wrong);
            }

            if (attachment.TryGetProperty("button", out var buttons)
                && buttons.EnumerateArray().Select((button, i) => Strict.Check(button, $"button[{i}]", s_button, "type", "name")).FirstOrDefault(f => f is not null) is { } button)
            {
                return ("A302", button);
            }
        }

        if (Strict.Read(message, "msgType") is not ("AT" or "AI") || Strict.Read(message, "text") is not { Length: > 0 and <= 1300 })
        {
            return ("A523", "msgType");
        }

        return options.Senders.ContainsKey(Strict.Read(message, "senderKey")!) ? null : ("A302", "senderKey");
    }

    /// <summary>KakaoTalk's own check, whose result is a report: 63015 no template, 63016 text is not the template's.</summary>
    public string? KakaoFault(JsonElement alimTalk)
    {
        if (!options.Templates.TryGetValue(Strict.Read(alimTalk, "templateCode")!, out var template))
        {
            return "63015";
        }

        var pattern = "^" + string.Join("[\\s\\S]*", Regex.Split(template.Text, "#\\{[^}]*\\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(Regex.Escape)) + "$";
        return Regex.IsMatch(Strict.Read(alimTalk, "text")!, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)) ? null : "63016";
    }
}

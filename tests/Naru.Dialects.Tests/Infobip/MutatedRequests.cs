using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>Requests that were good once: with other bytes, other values, members too many and too few.</summary>
internal static class MutatedRequests
{
    /// <summary>Taken as it stands.</summary>
    public const string Good = """
        {"messages":[{"sender":"d3a0a1b2c3d4e5f607182a3b4c5d6e7f80912345","destinations":[{"to":"821012340001"},{"to":"821012340002"}],
          "content":{"type":"TEMPLATE","templateCode":"package_template","text":"가나다 77 \u2764","title":"제목","groupKey":"g",
            "buttons":[{"type":"URL","name":"열기","urlMobile":"https://m.example","urlPc":"https://example","target":"OUT"},
              {"type":"APP_LINK","name":"앱","schemeAndroid":"a://","schemeIos":"i://"},{"type":"CHATBOT_SWITCH","name":"챗","chatExtra":"e","chatEvent":"v"}]},
          "options":{"platform":{"entityId":"e","applicationId":"a"},"validityPeriod":{"amount":2,"timeUnit":"HOURS"},"campaignReferenceId":"c"},
          "webhooks":{"delivery":{"url":"https://shop.example/dlr","notify":true,"intermediateReport":false},"contentType":"application/json","callbackData":"d"}}],
         "options":{"schedule":{"bulkId":"b"},"priority":"STANDARD"}}
        """;

    /// <summary>Refused for what it asks, not for its shape: so that these fields are reached too.</summary>
    private const string AskingForMore = """
        {"messages":[{"sender":"s","destinations":[{"to":"821012340001"}],"content":{"type":"TEMPLATE","templateCode":"t","text":"x"},
          "options":{"deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":1,"minute":2},"to":{"hour":3,"minute":4}},
            "smsFailover":{"text":"x","sender":"1588","validityPeriod":{"amount":1},"regional":{"southKorea":{"title":"t","resellerCode":1},
              "indiaDlt":{"principalEntityId":"p"},"turkeyIys":{"recipientType":"TACIR"}}}}}],
         "options":{"schedule":{"sendAt":"2026-10-01T09:00:00.000+0900","sendingSpeedLimit":{"amount":3,"timeUnit":"DAY"}},"priority":"HIGH"}}
        """;

    /// <summary>Taken as it stands, where there is a scenario.</summary>
    public const string GoodOmni = """
        {"bulkId":"b","destinations":[{"messageId":"m","to":{"phoneNumber":"821012340001"}},{"to":{"phoneNumber":"821012340002"}}],
         "kakaoAlim":{"templateCode":"package_template","text":"가나다 77 \u2764","title":"제목","groupKey":"g","validityPeriod":90,"validityPeriodTimeUnit":"SECONDS",
           "buttons":[{"type":"URL","buttonText":"열기","buttonUrlMobile":"https://m.example","buttonUrlPc":"https://example","target":"out"},
             {"type":"URL","buttonText":"열기","buttonUrl":"https://m.example"},{"type":"APP_LINK","buttonText":"앱","androidScheme":"a://","iosScheme":"i://"},
             {"type":"CHATBOT_SWITCH","buttonText":"챗","chatExtra":"e","chatEvent":"v"}]},
         "sms":{"text":"가나다","validityPeriod":2,"validityPeriodTimeUnit":"DAYS","regional":{"korea":{"title":"t"},"indiaDlt":{"principalEntityId":"p"}}},
         "notify":true,"intermediateReport":false,"notifyUrl":"https://shop.example/dlr","notifyContentType":"application/json","callbackData":"d",
         "sendAt":"2026-10-01T09:00:00.000+0900","deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":1,"minute":2},"to":{"hour":3,"minute":4}}}
        """;

    /// <summary>Leaves the place as it is.</summary>
    private const string Same = "same";

    /// <summary>Null removes the place.</summary>
    private static readonly string?[] s_values =
    [
        null, "null", "true", "false", "0", "-1", "1.5", "1e400", "2147483648", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "{}", "[]", "[[]]", "[null]",
        "{\"type\":5}", "\"TEMPLATE\"", "\"" + new string('y', 5000) + "\"",
    ];

    public static Gen<byte[]> All => Of(Gen.Frequency((3, Gen.Constant(Good)), (1, Gen.Constant(AskingForMore))));

    public static Gen<byte[]> Omni => Of(Gen.Constant(GoodOmni));

    private static Gen<byte[]> Of(Gen<string> originals) => Gen.OneOf(OfBytes(originals), OfValues(originals));

    /// <summary>Some bytes replaced, inserted or removed.</summary>
    private static Gen<byte[]> OfBytes(Gen<string> originals) =>
        from original in originals
        from edits in (from at in Gen.Choose(0, Encoding.UTF8.GetByteCount(original) - 1)
                       from kind in Gen.Choose(0, 2)
                       from value in Gen.Frequency((1, Gen.Choose(0, 255)), (2, Gen.Elements("{}[],:\"\\0truenl".Select(c => (int)c).ToArray())))
                       select new Edit(at, kind, (byte)value)).NonEmptyListOf()
        select Edited(original, edits.Take(4));

    /// <summary>One or two places with another value, or removed.</summary>
    private static Gen<byte[]> OfValues(Gen<string> originals) =>
        from original in originals
        from first in Gen.Choose(0, 999)
        from second in Gen.Choose(0, 999)
        from value in Gen.Elements(s_values)
        from other in Gen.Frequency((1, Gen.Elements(s_values)), (1, Gen.Constant<string?>(Same)))
        select Encoding.UTF8.GetBytes(Replaced(original, (first, value), (second, other)));

    private static byte[] Edited(string original, IEnumerable<Edit> edits)
    {
        var bytes = Encoding.UTF8.GetBytes(original).ToList();
        foreach (var edit in edits)
        {
            var place = Math.Min(edit.At, bytes.Count - 1);
            switch (edit.Kind)
            {
                case 0:
                    bytes[place] = edit.Value;
                    break;
                case 1:
                    bytes.Insert(place, edit.Value);
                    break;
                default:
                    bytes.RemoveAt(place);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>The places are marked in the tree and replaced in the text, because the values need not be JSON that a tree can hold.</summary>
    private static string Replaced(string original, params (int Place, string? Value)[] changes)
    {
        var root = JsonNode.Parse(original)!;
        for (var i = 0; i < changes.Length; i++)
        {
            Mark(root, changes[i].Place, changes[i].Value, $"@@{i}");
        }

        var json = root.ToJsonString();
        for (var i = 0; i < changes.Length; i++)
        {
            json = json.Replace($"\"@@{i}\"", changes[i].Value ?? "", StringComparison.Ordinal);
        }

        return json;
    }

    private static void Mark(JsonNode root, int place, string? value, string mark)
    {
        var places = Paths(root).ToList();
        if (value == Same || places.Count == 0)
        {
            return;
        }

        var (parent, key) = places[place % places.Count];
        if (parent is JsonArray items)
        {
            items[(int)key] = value is null ? null : mark;
        }
        else if (value is null)
        {
            parent.AsObject().Remove((string)key);
        }
        else
        {
            parent[(string)key] = mark;
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Paths(JsonNode node) => node switch
    {
        JsonObject members => members.ToList().SelectMany(member => Below(node, member.Key, member.Value)),
        JsonArray items => items.ToList().SelectMany((item, i) => Below(node, i, item)),
        _ => [],
    };

    private static IEnumerable<(JsonNode Parent, object Key)> Below(JsonNode parent, object key, JsonNode? child) =>
        child is null ? [(parent, key)] : Paths(child).Prepend((parent, key));

    private readonly record struct Edit(int At, int Kind, byte Value);
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Naru.Core.Kakao.Templates;

/// <summary>Fills the <c>${KEY}</c> of a custom template.</summary>
public static partial class TemplateArguments
{
    /// <summary>The sender's name.</summary>
    public const string Me = "ME";

    private static readonly HashSet<string> s_numbers =
    [
        "like_count", "comment_count", "shared_count", "view_count", "subscriber_count", "regular_price", "discount_price", "discount_rate", "fixed_discount_price",
        "currency_unit_position", "image_width", "image_height",
    ];

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The placeholders, each once, in the order of the template.</summary>
    public static IReadOnlyList<string> NamesIn(string json) => [.. Placeholder().Matches(json).Select(match => match.Groups["key"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text without its placeholders.</summary>
    public static string Without(string text) => Placeholder().Replace(text, "");

    /// <summary>Placeholders without a value stay as they are, and are told.</summary>
    /// <param name="arguments">Null: a check, in which every number is a number.</param>
    /// <param name="me">In the place of <c>${ME}</c>.</param>
    /// <exception cref="JsonException">The template is no JSON, or a member stands in it twice.</exception>
    public static (string Json, IReadOnlyList<string> Missing) Fill(string json, IReadOnlyDictionary<string, string>? arguments, string me)
    {
        var missing = new List<string>();

        // A node's members are looked up by name: of two alike it would know neither, and say so only when it is asked.
        TemplateReader.Parse(json).Dispose();
        var root = JsonNode.Parse(json, documentOptions: TemplateReader.Json with { AllowDuplicateProperties = false }) ?? throw new JsonException("It is empty.");
        Walk(root, null);
        return (root.ToJsonString(s_json), [.. missing.Distinct(StringComparer.Ordinal)]);

        void Walk(JsonNode node, string? name)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (key, value) in members.ToArray())
                    {
                        if (value is not null)
                        {
                            Replace(value, key, filled => members[key] = filled);
                        }
                    }

                    break;
                case JsonArray items:
                    for (var i = 0; i < items.Count; i++)
                    {
                        if (items[i] is { } item)
                        {
                            var at = i;
                            Replace(item, name, filled => items[at] = filled);
                        }
                    }

                    break;
                default:
                    break;
            }
        }

        void Replace(JsonNode node, string? name, Action<JsonNode> put)
        {
            if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            {
                Walk(node, name);
                return;
            }

            var text = value.GetValue<string>();
            var filled = Placeholder().Replace(text, match => Value(match.Groups["key"].Value) ?? match.Value);
            if (name is null || !s_numbers.Contains(name))
            {
                put(JsonValue.Create(filled));
            }
            else if (long.TryParse(filled, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                put(JsonValue.Create(number));
            }
            else if (arguments is null && Placeholder().IsMatch(text))
            {
                // The least that every numeric rule takes but that of a position.
                put(JsonValue.Create(name == "currency_unit_position" ? 0 : name is "discount_rate" ? 1 : 200));
            }
            else
            {
                put(JsonValue.Create(filled));
            }
        }

        string? Value(string key)
        {
            if (key == Me)
            {
                return me;
            }

            if (arguments is null)
            {
                return null;
            }

            if (arguments.TryGetValue(key, out var value))
            {
                return value;
            }

            missing.Add(key);
            return null;
        }
    }

    [GeneratedRegex(@"\$\{(?<key>[^{}$\s]{1,64})\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

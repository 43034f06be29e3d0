using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Tests;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>Golden requests and answers of the Kakao Developers door (tests/Contracts/kakao/golden), each with where it comes from.</summary>
internal static class Golden
{
    private const string Folder = "tests/Contracts/kakao/golden";

    public static string[] Names { get; } = [.. Directory.EnumerateFiles(Checkout.PathOf(Folder), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <param name="places">What stands for <c>{name}</c> this time.</param>
    public static JsonNode Read(string name, IReadOnlyDictionary<string, string> places) => JsonNode.Parse(Fill(File.ReadAllText(Checkout.PathOf($"{Folder}/{name}.json")), places))!;

    public static (string Name, string Value)[] Fields(JsonNode? members) => members is null ? [] : [.. members.AsObject().Select(member => (member.Key, (string)member.Value!))];

    /// <summary>Where the two differ first; null where they do not. <c>{text}</c> and <c>{number}</c> stand for any.</summary>
    public static string? Difference(JsonNode? wanted, JsonNode? found, string path = "$") => (wanted, found) switch
    {
        (JsonValue, JsonValue) when (string?)(wanted.GetValueKind() == JsonValueKind.String ? wanted : null) is "{text}" => found.GetValueKind() == JsonValueKind.String && ((string)found!).Length > 0 ? null : $"{path} is no text",
        (JsonValue, JsonValue) when (string?)(wanted.GetValueKind() == JsonValueKind.String ? wanted : null) is "{number}" => found.GetValueKind() == JsonValueKind.Number ? null : $"{path} is no number",
        (JsonObject one, JsonObject other) => one.Select(member => other.ContainsKey(member.Key) ? Difference(member.Value, other[member.Key], $"{path}.{member.Key}") : $"{path}.{member.Key} is missing")
            .Concat(other.Select(member => one.ContainsKey(member.Key) ? null : $"{path}.{member.Key} is too many")).FirstOrDefault(fault => fault is not null),
        (JsonArray one, JsonArray other) => one.Count != other.Count ? $"{path} has {other.Count} items" : one.Select((item, at) => Difference(item, other[at], $"{path}[{at}]")).FirstOrDefault(fault => fault is not null),
        _ => JsonNode.DeepEquals(wanted, found) ? null : $"{path} is {found?.ToJsonString() ?? "null"}",
    };

    private static string Fill(string text, IReadOnlyDictionary<string, string> places) => places.Aggregate(text, static (now, place) => now.Replace("{" + place.Key + "}", place.Value, StringComparison.Ordinal));
}

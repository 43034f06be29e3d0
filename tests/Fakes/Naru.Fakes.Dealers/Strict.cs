using System.Text.Json;

namespace Naru.Fakes.Dealers;

/// <summary>Reads JSON as a contract is written: nothing missing, nothing of the wrong kind, nothing unknown.</summary>
public static class Strict
{
    /// <returns>The first fault; null where there is none.</returns>
    public static string? Check(JsonElement value, string path, IReadOnlyDictionary<string, JsonValueKind[]> members, params string[] required)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return $"{path} must be an object";
        }

        foreach (var name in required)
        {
            if (!value.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
            {
                return $"{path}.{name} is missing";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            if (!members.TryGetValue(member.Name, out var kinds))
            {
                return $"{path}.{member.Name} is not known";
            }

            if (member.Value.ValueKind != JsonValueKind.Null && !kinds.Contains(member.Value.ValueKind))
            {
                return $"{path}.{member.Name} is of the wrong kind";
            }
        }

        return null;
    }

    public static readonly JsonValueKind[] Text = [JsonValueKind.String];
    public static readonly JsonValueKind[] Flag = [JsonValueKind.True, JsonValueKind.False];
    public static readonly JsonValueKind[] Number = [JsonValueKind.Number];
    public static readonly JsonValueKind[] List = [JsonValueKind.Array];
    public static readonly JsonValueKind[] Object = [JsonValueKind.Object];

    public static string? Read(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

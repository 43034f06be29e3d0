using System.Text.Json;

namespace Naru.Core.Kakao.Picking;

/// <summary>Why people cannot be picked, of <c>disableSelectOptions</c>.</summary>
public enum DisableReason
{
    /// <summary>They do not show their profile to the app.</summary>
    MsgBlocked,

    /// <summary>They are connected with the app.</summary>
    Registered,

    /// <summary>They are not.</summary>
    Unregistered,

    /// <summary>They are in a room with the person, and no friend.</summary>
    NotFriend,

    /// <summary>The app's own.</summary>
    Custom,
}

/// <param name="Message">Shown instead of the reason's own words; null: those.</param>
/// <param name="Uuids">Whom it is about; empty: all who meet the reason.</param>
public sealed record DisableOption(DisableReason Reason, string? Message, IReadOnlyList<string> Uuids)
{
    /// <summary>A longer message is cut.</summary>
    public const int MaxMessage = 100;

    private const string Name = "disableSelectOptions";

    private const string Own = "custom";

    /// <summary>Those that need no more than their word; 1.x knows no other.</summary>
    public static readonly IReadOnlyDictionary<string, DisableReason> Reasons = new Dictionary<string, DisableReason>(StringComparer.Ordinal)
    {
        ["msgBlocked"] = DisableReason.MsgBlocked,
        ["registered"] = DisableReason.Registered,
        ["unregistered"] = DisableReason.Unregistered,
        ["notFriend"] = DisableReason.NotFriend,
    };

    private static readonly JsonDocumentOptions s_json = new() { MaxDepth = 8 };

    /// <summary>Reads the JSON array of the form.</summary>
    public static IReadOnlyList<DisableOption> Read(string json, out KakaoFault? fault)
    {
        fault = null;
        try
        {
            using var document = JsonDocument.Parse(json, s_json);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                fault = KakaoFault.Unreadable(Name, "It must be an array.");
                return [];
            }

            var all = new List<DisableOption>();
            foreach (var element in document.RootElement.EnumerateArray())
            {
                if (Read(element, $"[{all.Count}]", out fault) is not { } one)
                {
                    return [];
                }

                all.Add(one);
            }

            return all;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            fault = KakaoFault.Unreadable(Name);
            return [];
        }
    }

    public bool Meets(PickerPerson row) => (Uuids.Count == 0 || (row.Connection is { } known && Uuids.Contains(known.Uuid, StringComparer.Ordinal))) && Reason switch
    {
        DisableReason.Custom => true,
        _ when row.IsMe => false,
        DisableReason.MsgBlocked => row.Connection is { ShowsProfile: false },
        DisableReason.Registered => row.Connection is not null,
        DisableReason.Unregistered => row.Connection is null,
        DisableReason.NotFriend => !row.IsFriend,
        _ => throw new InvalidOperationException($"No such reason: {Reason}."),
    };

    private static DisableOption? Read(JsonElement element, string place, out KakaoFault? fault)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            fault = KakaoFault.Unreadable(Name, $"{place} must be an object.");
            return null;
        }

        var word = Text(element, "reason") ?? "";
        var reason = word == Own ? DisableReason.Custom : Reasons.TryGetValue(word, out var known) ? known : (DisableReason?)null;
        var message = Text(element, "message");
        var uuids = UuidsOf(element);
        fault = reason is null ? KakaoFault.OutOfRange(Name, $"{place}.reason must be {string.Join(", ", Reasons.Keys)} or {Own}.")
            : uuids is null ? KakaoFault.OutOfRange(Name, $"{place}.uuids must be an array of texts.")
            : reason == DisableReason.Custom && string.IsNullOrWhiteSpace(message) ? KakaoFault.OutOfRange(Name, $"{place}.message is required.")
            : reason == DisableReason.Custom && uuids.Length == 0 ? KakaoFault.OutOfRange(Name, $"{place}.uuids is required.")
            : null;
        return fault is null ? new DisableOption(reason!.Value, string.IsNullOrWhiteSpace(message) ? null : message.Length > MaxMessage ? message[..MaxMessage] : message, uuids!) : null;
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Null where they are something else.</summary>
    private static string[]? UuidsOf(JsonElement of) =>
        !of.TryGetProperty("uuids", out var value) || value.ValueKind == JsonValueKind.Null ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(static one => one.ValueKind == JsonValueKind.String) ? [.. value.EnumerateArray().Select(static one => one.GetString()!)]
        : null;
}

using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Http;

/// <summary>
/// The <c>Idempotency-Key</c> header, which every front door honours on a send: the same key with the same body is answered as the first
/// time, for 24 hours.
/// </summary>
internal static class IdempotencyKeyHeader
{
    public const string Name = "Idempotency-Key";

    /// <summary>Said with the answer that was given before.</summary>
    public const string ReplayedName = "Idempotency-Replayed";

    public const int MaxLength = 255;

    public static readonly string Rule = $"must be one value of 1 to {MaxLength} characters";

    /// <summary>False when the header is there and unusable; true with null when it is not there.</summary>
    public static bool TryRead(HttpRequest request, out string? key)
    {
        key = null;
        if (!request.Headers.TryGetValue(Name, out var values))
        {
            return true;
        }

        key = values.Count == 1 ? values[0] : null;
        return key is { Length: > 0 and <= MaxLength };
    }
}

using System.Text.Json;

namespace Naru.Console.Testing;

/// <param name="Answer">429, 500, 503 or <c>"hang"</c>.</param>
internal sealed record CallFaultBody(int Calls = 1, JsonElement? Answer = null, string? HangFor = null, string? Path = null);

internal sealed record ReportFaultBody(int Late = 0, string? LateBy = null, int Lost = 0, int Duplicate = 0);

internal sealed record LatencyBody(string? Latency = null);

using Naru.Engine;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>A batch as callers see it.</summary>
/// <param name="Metadata">The caller's own, a JSON object; null = none.</param>
internal sealed record BatchView(BulkStanding Standing, string? Metadata)
{
    public string Status => BatchStatus.Of(Standing.Status);
}

using Naru.Engine;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>A batch as callers see it.</summary>
/// <param name="Metadata">The caller's own, a JSON object; null = none.</param>
internal sealed record BatchView(BulkStanding Standing, string? Metadata)
{
    /// <summary>Sinch has four words: what is paused (an extension) is still to come, and what has begun is ready until all of it has.</summary>
    public string Status => Standing.Status switch
    {
        BulkStatus.Pending or BulkStatus.Paused => "SCHEDULED",
        BulkStatus.Processing => "READY",
        BulkStatus.Finished => "PROCESSED",
        BulkStatus.Cancelled => "CANCELLED",
        _ => throw new InvalidOperationException($"No such status: {Standing.Status}."),
    };
}

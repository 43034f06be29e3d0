using Naru.Engine;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>Sinch has four words (contracts/sinch.md §3.9): what is paused (an extension) is still to come, and what has begun is ready until all of it has.</summary>
internal static class BatchStatus
{
    public static string Of(BulkStatus status) => status switch
    {
        BulkStatus.Pending or BulkStatus.Paused => "SCHEDULED",
        BulkStatus.Processing => "READY",
        BulkStatus.Finished => "PROCESSED",
        BulkStatus.Cancelled => "CANCELLED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };
}

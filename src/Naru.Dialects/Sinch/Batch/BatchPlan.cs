using Naru.Core.Workspaces;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Messages;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>A batch whose recipients were all looked at, or why it cannot be accepted: of a batch all is accepted or nothing.</summary>
/// <param name="Sends">In the order of the recipients.</param>
internal readonly record struct PreparedBatch(IReadOnlyList<PreparedBatchSend> Sends, SinchFault? Fault, IReadOnlyList<ShapeFault> Violations)
{
    public static PreparedBatch Of(IReadOnlyList<PreparedBatchSend> sends) => new(sends, null, []);

    public static PreparedBatch No(SinchFault fault, params IReadOnlyList<ShapeFault> violations) => new([], fault, violations);
}

/// <param name="Missing">A place in its message for which its recipient has no parameter.</param>
internal readonly record struct PreparedBatchSend(App App, SendDraft Draft, PreparedSend Prepared, string? Missing);

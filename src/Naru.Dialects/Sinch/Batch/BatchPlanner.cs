using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Messages;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Intake;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>Makes of a batch the messages that <c>messages:send</c> would make of it one by one.</summary>
internal sealed class BatchPlanner(SendPlanner sends)
{
    /// <summary>Conversations that are opened side by side: they share the disk's flushes.</summary>
    private const int SideBySide = 128;

    /// <summary>Reads, and changes nothing.</summary>
    /// <param name="id">The batch's.</param>
    public async ValueTask<PreparedBatch> PrepareAsync(App app, BatchDraft batch, string id, CancellationToken cancellationToken)
    {
        var filled = new string?[batch.Recipients.Count];
        for (var i = 0; i < filled.Length; i++)
        {
            if (Compose(batch, i, id, out filled[i]) is { Count: > 0 } violations)
            {
                return PreparedBatch.No(SinchFault.InvalidArgument with { Message = $"{violations[0].Path}: {violations[0].Text}" }, violations);
            }
        }

        var prepared = new List<PreparedBatchSend>(filled.Length);
        for (var i = 0; i < filled.Length; i++)
        {
            var draft = batch.Recipients[i].Draft;
            var send = await sends.PrepareAsync(app, draft, cancellationToken);
            if (send.Refused is { } refused)
            {
                return At(i, refused);
            }

            prepared.Add(new PreparedBatchSend(app, draft, send, filled[i]));
        }

        return PreparedBatch.Of(prepared);
    }

    /// <summary>Contacts and conversations are made where there are none yet.</summary>
    /// <returns>In the order of the recipients; the fault of the first that could not be made.</returns>
    public async ValueTask<(IReadOnlyList<SubmittedMessage> Messages, SinchFault? Fault)> SealAsync(PreparedBatch batch, CancellationToken cancellationToken)
    {
        var messages = new List<SubmittedMessage>(batch.Sends.Count);
        foreach (var some in batch.Sends.Chunk(SideBySide))
        {
            var plans = await Task.WhenAll(some.Select(send => sends.SealAsync(send.App, send.Draft, send.Prepared, cancellationToken).AsTask()));
            for (var i = 0; i < plans.Length; i++)
            {
                if (plans[i].Fault is { } fault)
                {
                    return ([], fault);
                }

                messages.Add(Judged(plans[i].Message, some[i].Missing));
            }
        }

        return (messages, null);
    }

    /// <summary>What would be made, for a plan that nobody carries out.</summary>
    public IReadOnlyList<SubmittedMessage> Rehearse(PreparedBatch batch) =>
        [.. batch.Sends.Select(send => Judged(sends.Rehearse(send.App, send.Draft, send.Prepared), send.Missing))];

    /// <summary>Completes a recipient's draft. Returns what is wrong with it.</summary>
    private static IReadOnlyList<ShapeFault> Compose(BatchDraft batch, int index, string id, out string? missing)
    {
        var recipient = batch.Recipients[index];
        var draft = recipient.Draft;
        draft.TakeOptionsOf(batch.Shared);
        draft.BatchMetadata = batch.BatchMetadata;
        draft.Metadata = BatchMetadata.Merge(batch.MessageMetadata, recipient.MessageMetadata, id);
        draft.ConversationMetadata = BatchMetadata.Merge(batch.ConversationMetadata, recipient.ConversationMetadata, id);
        missing = null;
        var faults = new ShapeFaults();
        if (BatchParameters.AnyIn(batch.Shared.Original!))
        {
            missing = Fill(batch.Shared.Original!, recipient.Parameters, draft, faults);
        }

        CheckLength(draft.Metadata, SendReader.MaxMetadata, "message_metadata", recipient.MessageMetadata is null, index, faults);
        CheckLength(
            draft.ConversationMetadata, SendReader.MaxConversationMetadata, "conversation_metadata", recipient.ConversationMetadata is null, index, faults);
        return faults.All;
    }

    private static string? Fill(string message, IReadOnlyDictionary<string, string> parameters, SendDraft draft, ShapeFaults faults)
    {
        using var document = new PooledBytes(1024);
        document.Raw("{\"message\":"u8);
        var missing = BatchParameters.Fill(message, parameters, document);
        document.Raw("}"u8);
        draft.Message = new MessageDraft();
        SinchBody.Read(document.Span, faults, (ref json) =>
        {
            while (json.NextMember())
            {
                SendReader.ReadMessage(ref json, draft);
            }

            return draft;
        });
        return missing;
    }

    private static void CheckLength(string text, int most, string member, bool isShared, int index, ShapeFaults faults)
    {
        if (text.Length > most)
        {
            faults.Add(isShared ? member : $"{PathOf(index)}.{member}", $"with {BatchMetadata.BatchId} and the batch's own, size must be between 0 and {most}");
        }
    }

    private static SubmittedMessage Judged(SubmittedMessage message, string? missing) => missing is null || message.Refusal != EndReason.ResultCode
        ? message
        : message with { Refusal = EndReason.MissingParameter, RefusalNote = $"the batch has no value for its parameter '{missing}'" };

    /// <summary>The fault, told of the recipient whose it is.</summary>
    private static PreparedBatch At(int index, SendPlan refused)
    {
        var violations = refused.Violations.Select(v => v with { Path = IsOfRecipient(v) ? $"{PathOf(index)}.{v.Path}" : v.Path }).ToList();
        var what = violations is [var first, ..] ? $"{first.Path}: {first.Text}" : $"{PathOf(index)}.recipient: {refused.Fault!.Message}";
        return PreparedBatch.No(refused.Fault! with { Message = what }, violations);
    }

    private static bool IsOfRecipient(ShapeFault violation) => violation.Path.StartsWith("recipient", StringComparison.Ordinal);

    private static string PathOf(int index) => $"{BatchRecipientReader.Member}[{index}]";
}

using Naru.Dialects.Http;
using Naru.Dialects.Sinch.DryRun;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>The descriptions of the Batch API (contracts/sinch.md §3.9).</summary>
internal static class BatchReference
{
    private const string Hosts = "On a host named `batch.` or `conversationbatch.` (after a region's name too) the path begins at `/v1`.";

    private static readonly Uri s_page = new("https://developers.sinch.com/docs/conversation/api-reference/batch-api/");

    private static readonly Parameter s_key = Parameter.Text(BatchEndpoints.Key, "A member of the batch's metadata; together with its value.");

    private static readonly Parameter s_value = Parameter.Text(BatchEndpoints.Value, "The member's value.");

    public static readonly Operation Send = Of(SinchReference.DescribeWithBody(
        "Send one message to many",
        "The batch's id, and when it begins: it is durable.",
        SinchFault.InFlight,
        SinchFault.KeyReused,
        SinchFault.Unavailable)) with
    {
        Details = "`${name}` in any text of the message is replaced by the recipient's parameter of that name. A message for which one is missing ends with a " +
            "FAILED report. The metadata of every report holds `_batch_id`. " + Hosts,
        Parameters =
        [
            Parameter.Header(
                IdempotencyKeyHeader.Name,
                "The same key with the same body is answered as the first time, for 24 hours; an extension.",
                IdempotencyKeyHeader.MaxLength),
            .. DryRunQuery.Parameters,
        ],
    };

    public static readonly Operation Get = Of(SinchReference.Describe("Look at a batch", "How it stands."));

    public static readonly Operation List = Of(SinchReference.Describe("List batches", "Newest first, at most 100.", SinchFault.InvalidArgument)) with
    {
        Details = $"Without parameters all (an extension). A search looks through the newest {BatchLookup.MostSearched}.",
        Parameters = [s_key, s_value],
    };

    public static readonly Operation Cancel = Of(SinchReference.DescribeWithBody(
        "Cancel batches", "Messages that had not begun will not.", SinchFault.Unavailable)) with
    {
        Details = "By `batch_id`, or all that have `metadata_value` as `metadata_key`. Where there is nothing to cancel, the answer is the same.",
    };

    private static Operation Of(Operation operation) => operation with { VendorPage = s_page, Security = [SinchReference.Token] };
}

using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Infobip.Reports;

namespace Naru.Dialects.Infobip.Logs;

/// <summary>The filters of <c>GET …/logs</c> (contracts/infobip.md §8.2). Null = any.</summary>
internal sealed record LogQuery
{
    public static readonly IReadOnlyList<string> Groups = ["ACCEPTED", "PENDING", "UNDELIVERABLE", "DELIVERED", "EXPIRED", "REJECTED"];

    public string? Sender { get; private init; }

    public Recipient? Destination { get; private init; }

    public IReadOnlyList<string>? BulkIds { get; private init; }

    public IReadOnlyList<string>? MessageIds { get; private init; }

    public string? GeneralStatus { get; private init; }

    /// <summary>The channel of the step that a message has come to: OMNI only.</summary>
    public Channel? UsedChannel { get; private init; }

    public DateTimeOffset? SentSince { get; private init; }

    public DateTimeOffset? SentUntil { get; private init; }

    public int Limit { get; private init; }

    public string? EntityId { get; private init; }

    public string? ApplicationId { get; private init; }

    public IReadOnlyList<string>? Campaigns { get; private init; }

    public bool UseCursor { get; private init; }

    public string? Cursor { get; private init; }

    public static LogQuery Read(InfobipQuery query, ReportForm form)
    {
        var shared = new LogQuery
        {
            Sender = query.Text(form == ReportForm.Messages ? "sender" : "from"),
            Destination = query.Text(form == ReportForm.Messages ? "destination" : "to") is { } destination ? Recipient.Parse(destination) : null,
            BulkIds = query.List("bulkId"),
            MessageIds = query.List("messageId"),
            GeneralStatus = query.Word("generalStatus", Groups),
            SentSince = query.Date("sentSince"),
            SentUntil = query.Date("sentUntil"),
            Limit = query.Int32("limit", 1, InfobipQuery.MaxPage, InfobipQuery.Page),
        };
        if (form == ReportForm.Omni)
        {
            return shared with { UsedChannel = query.Word("channel", OmniChannels.Words) is { } word ? OmniChannels.Read(word) : null };
        }

        var cursor = query.Text("cursor");
        return shared with
        {
            EntityId = query.Text("entityId"),
            ApplicationId = query.Text("applicationId"),
            Campaigns = query.List("campaignReferenceId"),
            UseCursor = query.Flag("useCursor") || cursor is not null,
            Cursor = cursor,
        };
    }
}

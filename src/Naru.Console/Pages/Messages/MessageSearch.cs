using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Naru.Console.Text;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Ports;

namespace Naru.Console.Pages.Messages;

/// <summary>The search form, as it stands in the address bar.</summary>
public sealed record MessageSearch
{
    public const int PageSize = 50;

    /// <summary>The value of <see cref="State"/> for everything that has not ended.</summary>
    public const string Open = "open";

    private static readonly MessageState[] s_open = [.. Enum.GetValues<MessageState>().Where(state => !state.IsFinal())];

    public string? Id { get; init; }

    public string? To { get; init; }

    /// <summary>A state's name, or <see cref="Open"/>.</summary>
    public string? State { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public string? Text { get; init; }

    /// <summary>The public id of a bulk: only its messages.</summary>
    public string? Bulk { get; init; }

    /// <summary>The page: messages with a smaller sequence.</summary>
    public long? Before { get; init; }

    /// <summary>Whether anything but the page is asked for.</summary>
    public bool IsNarrowed => this with { Before = null } != new MessageSearch();

    public static MessageSearch Read(IQueryCollection query, ZonedTime zone) => new()
    {
        Id = Field(query, "id"),
        To = Field(query, "to"),
        State = Field(query, "state"),
        From = zone.Parse(query["from"]),
        Until = zone.Parse(query["until"]),
        Text = Field(query, "text"),
        Bulk = Field(query, "bulk"),
        Before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
    };

    /// <param name="bulks">What <see cref="Bulk"/> names; null where it names nothing.</param>
    public MessageQuery Query(WorkspaceId workspace, IReadOnlyList<BulkReference>? bulks) => new()
    {
        Workspace = workspace,
        Bulks = bulks?.Where(bulk => bulk.Bulk.Exists).Select(bulk => bulk.Bulk).ToList() is { Count: > 0 } rows ? rows : null,
        Keys = bulks is null || bulks.Any(bulk => bulk.Bulk.Exists) ? null : bulks.Select(bulk => bulk.Single).OfType<MessageKey>().ToList(),
        To = To is null ? null : Recipient.Parse(To),
        States = States(),
        Since = From,
        Until = Until,
        BeforeSequence = Before,
        Limit = PageSize + 1,
    };

    public string Url(string path, ZonedTime zone)
    {
        var query = new QueryBuilder();
        Add("id", Id);
        Add("to", To);
        Add("state", State);
        Add("from", From is { } from ? zone.Field(from) : null);
        Add("until", Until is { } until ? zone.Field(until) : null);
        Add("text", Text);
        Add("bulk", Bulk);
        Add("before", Before?.ToString(CultureInfo.InvariantCulture));
        return path + query;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }

    private IReadOnlyCollection<MessageState>? States() =>
        State == Open ? s_open
        : Enum.TryParse<MessageState>(State, out var state) && Enum.IsDefined(state) ? [state]
        : null;

    private static string? Field(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 and <= 300 } text ? text : null;
}

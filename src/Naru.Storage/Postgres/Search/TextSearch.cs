using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Queries;

namespace Naru.Storage.Postgres.Search;

/// <summary>One search in texts, in one snapshot. The index tells where to look; whether the text is there is seen on the message itself.</summary>
/// <param name="hasTexts">Whether there is an index.</param>
internal sealed class TextSearch(Reading reading, TextQuery query, long indexed, long committed, bool hasTexts)
{
    /// <summary>Rows beyond the cursor that are looked through one by one; a longer tail is told as lag.</summary>
    private const long MostOfTail = 4096;

    /// <summary>A text that no index helps to find is looked for in so many of the newest messages.</summary>
    private const int MostWithoutIndex = 20_000;

    private const int RowsPerPage = 512;

    private readonly string? _pattern = hasTexts ? SearchWords.Pattern(query.Text) : null;
    private readonly long _before = query.BeforeSequence ?? long.MaxValue;

    public bool LooksAtTail => committed - indexed <= MostOfTail || _pattern is null;

    public async Task<List<Message>> RunAsync()
    {
        if (query.Text.Length == 0 || query.Limit <= 0)
        {
            return [];
        }

        var ofTail = LooksAtTail ? await TailAsync() : [];
        if (ofTail.Count >= query.Limit)
        {
            return ofTail;
        }

        var left = query.Limit - ofTail.Count;
        return [.. ofTail, .. _pattern is null ? await NewestAsync(left) : await IndexedAsync(_pattern, left)];
    }

    private long BeforeOfIndex => Math.Min(_before, indexed + 1);

    private async Task<List<Message>> TailAsync()
    {
        var pages = Pages(query.Limit, _before);
        var found = new List<Message>();
        while (!await StepAsync(pages, found, query.Limit, p => p.DescendAsync(indexed + 1, committed, "true")))
        {
        }

        return found;
    }

    private async Task<List<Message>> NewestAsync(int limit)
    {
        var found = new List<Message>();
        var pages = Pages(RowsPerPage, BeforeOfIndex);
        for (var looked = 0; looked < MostWithoutIndex; looked += RowsPerPage)
        {
            if (await StepAsync(
                pages, found, limit, p => p.TakeAsync("listing AS l JOIN message AS m ON m.partition = l.partition AND m.id = l.id", "l.workspace = $1", "l.id")))
            {
                break;
            }
        }

        return found;
    }

    private async Task<List<Message>> IndexedAsync(string pattern, int limit)
    {
        await reading.UseBitmapsAsync();
        var found = new List<Message>();
        var pages = Pages(RowsPerPage, BeforeOfIndex);
        while (!await StepAsync(pages, found, limit, p => p.TakeAsync(
            "message_text AS t JOIN message AS m ON m.partition = t.partition AND m.id = t.id", "t.workspace = $1 AND t.words LIKE $8", "t.id", Sent.One(pattern))))
        {
        }

        await AddOfEnvelopesAsync(found, pattern, limit);
        return [.. found.OrderByDescending(m => m.Key.Sequence).Take(limit)];
    }

    /// <summary>Shared envelopes, those with the newest messages first: when the page is full of younger ones, the rest is passed over.</summary>
    private async Task AddOfEnvelopesAsync(List<Message> found, string pattern, int limit)
    {
        foreach (var (id, first, last) in await reading.AskAsync(
            """
            SELECT e.id, e.first, e.last FROM envelope_text AS t JOIN envelope AS e ON e.id = t.id
            WHERE t.workspace = $1 AND t.words LIKE $2 AND e.first < $3 ORDER BY e.last DESC
            """,
            static row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), Sent.One(query.Workspace.Value), Sent.One(pattern), Sent.One(BeforeOfIndex)))
        {
            if (found.Count >= limit && last < found.OrderByDescending(m => m.Key.Sequence).ElementAt(limit - 1).Key.Sequence)
            {
                return;
            }

            // Its messages have one text: where the first does not fit, none does.
            var pages = Pages(limit, Math.Min(BeforeOfIndex, last + 1));
            await pages.DescendAsync(first, last, "m.envelope = $8", Sent.One(id));
            if (pages.Found.Count > 0 && Fits(pages.Found[0]))
            {
                found.AddRange(pages.Found);
            }
        }
    }

    /// <summary>A page more; true when there is no more, or enough.</summary>
    private async Task<bool> StepAsync(MessagePages pages, List<Message> found, int limit, Func<MessagePages, Task> take)
    {
        pages.Found.Clear();
        await take(pages);
        found.AddRange(pages.Found.Where(Fits).Take(limit - found.Count));
        var ended = !pages.Full || found.Count >= limit;
        if (pages.Found.Count > 0)
        {
            pages.Before = pages.Found[^1].Key.Sequence;
        }

        return ended;
    }

    private bool Fits(Message message) => SearchedText.Contains(message.Envelope, query.Text);

    private MessagePages Pages(int limit, long before) => new(reading, new MessageQuery { Workspace = query.Workspace, Limit = limit }) { Before = before };
}

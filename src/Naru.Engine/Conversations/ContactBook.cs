using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Conversations;

/// <summary>
/// Contacts and conversations. Changes are made in turns: one takes everything that waits, reads what is there, decides one by one, writes all of it
/// in one flush of the gateway, and answers when that is durable. While it waits for the flush, the next turn gathers.
/// </summary>
/// <remarks>
/// Nobody else writes contacts and conversations, so what a turn has read stays true until its end, and what was durable once is at hand in
/// <see cref="BookMemory"/>: a talk that goes on costs no store.
/// </remarks>
public sealed partial class ContactBook : IContactBook
{
    private readonly Gateway _gateway;
    private readonly WorkspaceDirectory _directory;
    private readonly GatewayClock _clock;
    private readonly INoticeWriter _notices;
    private readonly ContactBookOptions _options;
    private readonly ILogger<ContactBook> _log;
    private readonly BookMemory _memory;
    private readonly ConcurrentQueue<BookOrder> _waiting = new();
    private readonly List<BookOrder> _putOff = [];
    private readonly Lazy<BookNumbers> _numbers;
    private int _turning;

    public ContactBook(
        Gateway gateway, IContactStore store, WorkspaceDirectory directory, GatewayClock clock, INoticeWriter notices, ContactBookOptions options, ILogger<ContactBook> log)
    {
        _gateway = gateway;
        Store = store;
        _directory = directory;
        _clock = clock;
        _notices = notices;
        _options = options;
        _log = log;
        _memory = new BookMemory(options.Remembered);
        _numbers = new Lazy<BookNumbers>(() => new BookNumbers(gateway.Opening.NextContact, gateway.Opening.NextConversation));
    }

    /// <summary>For lists.</summary>
    public IContactStore Store { get; }

    private async ValueTask<TalkResult<T>> AskAsync<T>(BookOrder<T> order)
        where T : class
    {
        _waiting.Enqueue(order);
        if (Interlocked.Exchange(ref _turning, 1) == 0)
        {
            _ = Task.Run(TakeTurnsAsync);
        }

        return await order.Answered;
    }

    /// <summary>One turn after the other, until nothing waits.</summary>
    private async Task TakeTurnsAsync()
    {
        do
        {
            while (Waiting() is { Count: > 0 } orders)
            {
                await TakeTurnAsync(orders);
            }

            Volatile.Write(ref _turning, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _turning, 1) == 0);
    }

    /// <summary>Those first that were put off.</summary>
    private List<BookOrder> Waiting()
    {
        var orders = new List<BookOrder>(_putOff);
        _putOff.Clear();
        while (orders.Count < _options.TurnRequests && _waiting.TryDequeue(out var order))
        {
            orders.Add(order);
        }

        return orders;
    }

    private async Task TakeTurnAsync(List<BookOrder> orders)
    {
        var pages = orders.GroupBy(order => order.Workspace).Select(of => TakeTurnAsync(of.Key, [.. of]));
        foreach (var putOff in await Task.WhenAll(pages))
        {
            _putOff.AddRange(putOff);
        }
    }

    /// <returns>Orders that are put off to the next turn.</returns>
    private async Task<List<BookOrder>> TakeTurnAsync(WorkspaceId workspace, List<BookOrder> orders)
    {
        try
        {
            if (_directory.FindWorkspace(workspace) is not { } tenant)
            {
                orders.ForEach(order => order.Fail(TalkFault.NoWorkspace));
                return [];
            }

            var page = await ReadAsync(tenant, orders);
            var decided = new List<BookOrder>(orders.Count);
            var putOff = new List<BookOrder>();
            foreach (var order in orders)
            {
                Decide(order, page, decided, putOff);
            }

            await WriteAsync(tenant, page, decided);
            return putOff;
        }
        catch (Exception failure)
        {
            // A read that failed: whoever asked is told; the book goes on.
            LogFailed(_log, workspace.Value, orders.Count, failure);
            orders.ForEach(order => order.Fail(failure));
            return [];
        }
    }

    private async Task<BookPage> ReadAsync(Workspace tenant, List<BookOrder> orders)
    {
        var unified = tenant.Settings.UnifiedContacts == true;
        var page = new BookPage(tenant.Id, _numbers.Value, _clock.Now, unified);
        var contacts = new ContactLookup();
        orders.ForEach(order => order.Name(contacts, unified));
        if (!contacts.IsEmpty)
        {
            page.Read(await Store.FindAsync(contacts, CancellationToken.None));
        }

        var talks = new ConversationLookup();
        orders.ForEach(order => order.Name(talks, page));
        if (!talks.IsEmpty)
        {
            page.Read(await Store.FindAsync(talks, CancellationToken.None), talks);
        }

        return page;
    }

    private static void Decide(BookOrder order, BookPage page, List<BookOrder> decided, List<BookOrder> putOff)
    {
        try
        {
            (order.Decide(page) ? decided : putOff).Add(order);
        }
        catch (Exception failure)
        {
            // It decides before it changes the page: the others' decisions stand.
            order.Fail(failure);
        }
    }

    private async Task WriteAsync(Workspace tenant, BookPage page, List<BookOrder> decided)
    {
        var writes = page.Writes();
        var commit = writes.IsEmpty
            ? TalkCommit.Durable
            : await _gateway.CommitAsync(
                tenant.Id, batch => batch.Talks.Add(writes), _notices.Dialect, Notices(tenant, page), () => _directory.FindWorkspace(tenant.Id) is not null);
        switch (commit)
        {
            case TalkCommit.Durable:
                page.Remember(_memory);
                decided.ForEach(order => order.Answer());
                break;
            case TalkCommit.Unwanted:
                decided.ForEach(order => order.Fail(TalkFault.NoWorkspace));
                break;
            default:
                decided.ForEach(order => order.Fail(TalkFault.Unavailable));
                break;
        }
    }

    [LoggerMessage(1030, LogLevel.Error, "Contacts of workspace {Workspace} could not be read; {Requests} requests failed")]
    private static partial void LogFailed(ILogger logger, int workspace, int requests, Exception failure);
}

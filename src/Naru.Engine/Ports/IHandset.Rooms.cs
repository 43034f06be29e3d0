using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>
/// What a person sees: phones, rooms, the end of a conversation. Each is answered from <see cref="ListAsync"/> unless the
/// implementation keeps something better at hand.
/// </summary>
public partial interface IHandset
{
    /// <summary>The phones of a workspace that hold messages, the latest arrival first.</summary>
    async ValueTask<IReadOnlyList<HandsetPhone>> PhonesAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        var phones = new Dictionary<Recipient, HandsetPhone>();
        await foreach (var message in this.AllAsync(new HandsetQuery { Workspace = workspace, WithOwn = true }, cancellationToken))
        {
            phones[message.To] = new HandsetPhone(message.To, phones.GetValueOrDefault(message.To)?.Messages + 1 ?? 1, message);
        }

        return [.. phones.Values.OrderByDescending(phone => phone.Latest.Id)];
    }

    /// <summary>The rooms of one phone, the latest arrival first.</summary>
    async ValueTask<IReadOnlyList<HandsetRoom>> RoomsAsync(WorkspaceId workspace, Recipient to, CancellationToken cancellationToken)
    {
        var rooms = new Dictionary<RoomKey, HandsetRoom>();
        await foreach (var message in this.AllAsync(new HandsetQuery { Workspace = workspace, To = to, WithOwn = true }, cancellationToken))
        {
            var key = RoomKey.Of(message);
            var recent = rooms.GetValueOrDefault(key)?.RecentIds ?? [];
            rooms[key] = new HandsetRoom(key, message, [.. recent.TakeLast(HandsetRoom.MaxRecentIds - 1), message.Id]);
        }

        return [.. rooms.Values.OrderByDescending(room => room.Latest.Id)];
    }

    /// <summary>The last messages of a room, oldest first.</summary>
    /// <param name="before">Only messages with a smaller id: what lies further back.</param>
    async ValueTask<IReadOnlyList<HandsetMessage>> LatestAsync(
        WorkspaceId workspace, Recipient to, RoomKey room, long? before, int limit, CancellationToken cancellationToken)
    {
        var latest = new Queue<HandsetMessage>(limit);
        await foreach (var message in this.AllAsync(new HandsetQuery { Workspace = workspace, To = to, WithOwn = true }, cancellationToken))
        {
            if (RoomKey.Of(message) != room || message.Id >= before)
            {
                continue;
            }

            if (latest.Count == limit)
            {
                latest.Dequeue();
            }

            latest.Enqueue(message);
        }

        return [.. latest];
    }
}

/// <param name="Messages">How many it holds.</param>
public sealed record HandsetPhone(Recipient To, int Messages, HandsetMessage Latest);

/// <param name="RecentIds">The ids of its last messages, oldest first; at most <see cref="MaxRecentIds"/>.</param>
public sealed record HandsetRoom(RoomKey Key, HandsetMessage Latest, IReadOnlyList<long> RecentIds)
{
    public const int MaxRecentIds = 100;
}

/// <summary>A conversation on a phone: one per KakaoTalk channel, and one per number in the SMS inbox.</summary>
public readonly record struct RoomKey(bool IsSms, string Sender)
{
    public static RoomKey Of(HandsetMessage message) => new(message.Channel == Channel.Sms, message.Sender);
}

/// <summary>Reads a handset from end to end.</summary>
public static class HandsetReading
{
    public static async IAsyncEnumerable<HandsetMessage> AllAsync(
        this IHandset handset,
        HandsetQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await handset.ListAsync(query, cancellationToken);
            foreach (var message in page)
            {
                yield return message;
            }

            if (page.Count < query.Limit)
            {
                yield break;
            }

            query = query with { After = page[^1].Id };
        }
    }
}

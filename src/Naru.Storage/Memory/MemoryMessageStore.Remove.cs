using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Memory;

/// <summary>Retention and purges.</summary>
public sealed partial class MemoryMessageStore
{
    private int Remove(Removal removal) => removal.Kind switch
    {
        RemovalKind.FinishedMessages => RemoveMessages([.. disk.Messages.Values.Where(m => IsPast(m, removal)).Take(removal.Limit)]),
        RemovalKind.SettledPushes => Remove(disk.Pushes, p => p.State != PushState.Open && p.SettledAt < removal.Before && Of(p.Workspace, removal), removal.Limit),
        RemovalKind.ExpiredClaims => Remove(disk.Idempotency, claim => claim.ExpiresAt < removal.Before, removal.Limit),
        RemovalKind.Workspace => RemoveWorkspace(removal),
        _ => throw new ArgumentOutOfRangeException(nameof(removal), removal.Kind, "No such removal."),
    };

    private static bool Of(Core.Workspaces.WorkspaceId workspace, Removal removal) => removal.Workspace is null || removal.Workspace == workspace;

    private bool IsPast(Message message, Removal removal) =>
        message.IsFinal && message.DoneAt < removal.Before && Of(message.Workspace, removal)
        && removal.Policies?.Keep(message, talk => disk.Conversations.GetValueOrDefault(talk)?.LastMessageAt) != true
        && !disk.Pushes.Values.Any(push => push.State == PushState.Open && push.Items.Any(item => item.Message == message.Key));

    private int RemoveWorkspace(Removal removal)
    {
        var workspace = removal.Workspace ?? throw new ArgumentException("Whose rows?", nameof(removal));
        var left = removal.Limit;
        left -= RemoveMessages([.. disk.Messages.Values.Where(m => m.Workspace == workspace).Take(left)]);
        left -= Remove(disk.Pushes, push => push.Workspace == workspace, left);
        left -= Remove(disk.Pulls, report => report.Workspace == workspace, left);
        left -= Remove(disk.Limits, limit => limit.Workspace == workspace, left);
        left -= Remove(disk.Alarms, alarm => alarm.Key.Workspace == workspace, left);
        left -= Remove(disk.Bulks, bulk => bulk.Workspace == workspace, left);
        left -= Remove(disk.Conversations, talk => talk.Workspace == workspace, left);
        foreach (var contact in disk.Contacts.Values.Where(contact => contact.Workspace == workspace).Take(left).ToArray())
        {
            disk.RemoveContact(contact.Id);
            left--;
        }

        foreach (var key in disk.Idempotency.Keys.Where(key => key.Workspace == workspace).Take(left).ToArray())
        {
            disk.Idempotency.Remove(key);
            left--;
        }

        return removal.Limit - left;
    }

    private int RemoveMessages(List<Message> messages)
    {
        messages.ForEach(disk.Remove);
        foreach (var bulk in messages.Where(m => m.Bulk.Exists).Select(m => m.Bulk).Distinct())
        {
            if (!Hidden(bulk) && !disk.Messages.Values.Any(m => m.Bulk == bulk))
            {
                disk.Bulks.Remove(bulk.Value);
            }
        }

        return messages.Count;
    }

    private void RemoveUnsealed()
    {
        foreach (var bulk in disk.Bulks.Values.Where(bulk => !bulk.Sealed).Select(bulk => bulk.Key).ToArray())
        {
            RemoveMessages([.. disk.Messages.Values.Where(m => m.Bulk == bulk)]);
            Remove(disk.Idempotency, claim => claim.Bulk == bulk, int.MaxValue);
            disk.Bulks.Remove(bulk.Value);
        }
    }

    private static int Remove<TKey, TValue>(IDictionary<TKey, TValue> rows, Func<TValue, bool> gone, int limit)
        where TKey : notnull
    {
        var keys = rows.Where(row => gone(row.Value)).Select(row => row.Key).Take(limit).ToArray();
        foreach (var key in keys)
        {
            rows.Remove(key);
        }

        return keys.Length;
    }
}

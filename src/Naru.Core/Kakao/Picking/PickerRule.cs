using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Naru.Core.Workspaces;

namespace Naru.Core.Kakao.Picking;

/// <summary>Whom and what a picker shows, and what of it can be picked.</summary>
public static class PickerRule
{
    /// <summary>What JavaScript's numbers hold exactly.</summary>
    private const ulong IdBits = (1UL << 53) - 1;

    /// <summary>Whether a friend stands among the friends. Who tells the app nothing does where it asked for everyone, or for those whom it can invite.</summary>
    public static bool ShowsFriend(DevelopersApp app, Person owner, Friend friend, Person? person, Connection? connection, PickerOptions options) =>
        person is not null
        && ReceiverRule.IsReachable(app, owner, friend, person)
        && options.Service != FriendService.Story
        && (options.Countries.Count == 0 || options.Countries.Any(country => CallingCodes.IsIn(person.Phone, country)))
        && options.Friends switch
        {
            FriendFilter.Invitable => connection is null,
            FriendFilter.Registered => connection is not null && (options.ShowsEveryone || ReceiverRule.IsListed(app, owner, friend, person, connection)),
            _ => options.ShowsEveryone || ReceiverRule.IsListed(app, owner, friend, person, connection),
        };

    /// <summary>Whether the app hears of a member of a room who they are: as of a friend, but that they need not be one.</summary>
    public static bool IsTold(DevelopersApp app, Person owner, Person person, Connection? connection) =>
        connection is { ShowsProfile: true } && connection.Has(ConsentItem.Friends) && (app.ListsEveryone || (app.IsMember(owner.Id) && app.IsMember(person.Id)));

    /// <summary>Whether a room stands among the rooms. Open rooms are not played: they are an empty list.</summary>
    /// <param name="type"><c>MemoChat</c>, which has no size, <c>DirectChat</c> or <c>MultiChat</c>.</param>
    public static bool ShowsRoom(string type, PickerOptions options)
    {
        var (sizes, onlyOpen) = (options.Chats.Contains("direct") || options.Chats.Contains("multi"), options.Chats.Contains("open") && !options.Chats.Contains("regular"));
        return !onlyOpen && type switch
        {
            "MemoChat" => !sizes && !options.PicksMembers,
            "DirectChat" => !sizes || options.Chats.Contains("direct"),
            _ => !sizes || options.Chats.Contains("multi"),
        };
    }

    /// <summary>Why somebody cannot be picked; null where nothing stands in the way.</summary>
    public static DisableOption? DisabledBy(PickerOptions options, PickerPerson row) => options.Disabled.FirstOrDefault(option => option.Meets(row));

    /// <summary>The number of a room: the same for each of its members, and over restarts.</summary>
    /// <param name="group">Its name; null where it is one for two, or for oneself.</param>
    public static long RoomId(WorkspaceId workspace, string? group, long one, long other)
    {
        var text = group is not null ? $"room {workspace.Value} {group}" : $"people {Math.Min(one, other)} {Math.Max(one, other)}";
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & IdBits);
    }
}

using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>The friends of a person whom an app may see, in the order that it asked for (contracts/kakao-developers.md §5).</summary>
public sealed class FriendList(KakaoDirectory directory)
{
    /// <param name="by"><c>favorite</c> (favourites first, then by name), <c>nickname</c> or <c>age</c>.</param>
    public IReadOnlyList<ListedFriend> Read(DevelopersApp app, Person owner, string by, bool descending)
    {
        var listed = owner.Friends
            .Select(friend => (Friend: friend, Person: directory.FindPerson(friend.Person), Connection: directory.FindConnection(app.Id, friend.Person)))
            .Where(one => ReceiverRule.IsListed(app, owner, one.Friend, one.Person, one.Connection))
            .Select(one => new ListedFriend(one.Person!, one.Connection!, one.Friend.Favourite));
        return [.. FriendBook.Ordered(listed, static one => one.Person, static one => one.Favourite, by, descending)];
    }
}

/// <param name="Connection">Of the friend, with the app.</param>
public sealed record ListedFriend(Person Person, Connection Connection, bool Favourite)
{
    /// <summary>Whether a message to them is allowed: who hid their profile is not listed at all.</summary>
    public bool MayBeWrittenTo => Connection.ShowsProfile && Person.HasTalk;
}

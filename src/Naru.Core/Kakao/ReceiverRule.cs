namespace Naru.Core.Kakao;

/// <summary>Who may receive a message from whom (contracts/kakao-developers.md §4, "Who may receive").</summary>
public static class ReceiverRule
{
    /// <summary>Whether an app may name this person as a receiver at all: linked to it, with friends agreed, in the team while permission is not granted.</summary>
    public static bool MayBeNamed(DevelopersApp app, long sender, long receiver, Connection? connection) =>
        connection is not null && connection.App == app.Id && connection.Has(ConsentItem.Friends)
        && (app.ReachesEveryone || (app.IsMember(sender) && app.IsMember(receiver)));

    /// <summary>Why a receiver who may be named is not reached; null where nothing stands in the way.</summary>
    public static KakaoFault? Check(Person sender, Person receiver, Connection connection)
    {
        var friend = sender.Friends.FirstOrDefault(one => one.Person == receiver.Id);
        return friend is null || friend.Hidden || receiver.Friends.All(one => one.Person != sender.Id) ? KakaoFault.NotAFriend
            : !receiver.HasTalk || receiver.State == AccountState.Dormant ? KakaoFault.NoTalk
            : !connection.ShowsProfile || receiver.Friends.Any(one => one.Person == sender.Id && one.Hidden) ? KakaoFault.Refuses
            : null;
    }

    /// <summary>Whether a friend stands in the list that an app reads.</summary>
    public static bool IsListed(DevelopersApp app, Person owner, Friend friend, Person? person, Connection? connection) =>
        person is not null && connection is { ShowsProfile: true } && connection.Has(ConsentItem.Friends) && IsReachable(app, owner, friend, person);

    /// <summary>Whether a friend could stand there, whatever they let the app have: on KakaoTalk, friends on both sides, in the team while permission is not granted.</summary>
    public static bool IsReachable(DevelopersApp app, Person owner, Friend friend, Person person) =>
        person is { HasTalk: true, State: not AccountState.Dormant } && !friend.Hidden
        && person.Friends.Any(one => one.Person == owner.Id)
        && (app.ListsEveryone || (app.IsMember(owner.Id) && app.IsMember(person.Id)));
}

namespace Naru.Core.Kakao;

/// <summary>Changes to a simulated person's KakaoTalk: friends and group rooms. Who is a friend of whom is each one's own: only where both are, messages arrive.</summary>
public static class FriendBook
{
    /// <summary>Of a room's name.</summary>
    public const int MaxRoomName = 50;

    /// <summary>Of a person.</summary>
    public const int MaxRooms = 100;

    /// <summary>Friends already there stay as they are; nobody is their own.</summary>
    public static Person Add(Person person, IEnumerable<long> friends) => person with
    {
        Friends = [.. person.Friends, .. friends.Distinct().Where(id => id != person.Id && person.Friends.All(friend => friend.Person != id)).Select(id => new Friend(id))],
    };

    /// <param name="listed">Of whom something is said; the others stay as they are.</param>
    public static Person Set(Person person, IReadOnlyCollection<long> listed, IReadOnlyCollection<long> favourites, IReadOnlyCollection<long> hidden, IReadOnlyCollection<long> removed) => person with
    {
        Friends =
        [
            .. person.Friends.Where(friend => !removed.Contains(friend.Person))
                .Select(friend => listed.Contains(friend.Person) ? friend with { Favourite = favourites.Contains(friend.Person), Hidden = hidden.Contains(friend.Person) } : friend),
        ],
    };

    /// <summary>The person itself where they are in it already.</summary>
    public static Person Join(Person person, string room) =>
        person.Rooms.Contains(room, StringComparer.Ordinal) || person.Rooms.Count >= MaxRooms ? person : person with { Rooms = [.. person.Rooms, room] };

    public static Person Leave(Person person, string room) => person with { Rooms = [.. person.Rooms.Where(one => one != room)] };

    /// <summary>As the friends list of an app is ordered (contracts/kakao-developers.md §5).</summary>
    /// <param name="by"><c>favorite</c> (favourites first, then by name), <c>nickname</c> or <c>age</c>.</param>
    public static IEnumerable<T> Ordered<T>(IEnumerable<T> friends, Func<T, Person> person, Func<T, bool> favourite, string by, bool descending)
    {
        IEnumerable<T> ordered = by switch
        {
            "favorite" => friends.OrderByDescending(favourite).ThenBy(one => person(one).Name, StringComparer.Ordinal).ThenBy(one => person(one).Id),
            "age" => friends.OrderByDescending(one => person(one).BirthYear).ThenBy(one => person(one).Id),
            _ => friends.OrderBy(one => person(one).Name, StringComparer.Ordinal).ThenBy(one => person(one).Id),
        };
        return descending ? ordered.Reverse() : ordered;
    }
}

using Naru.Core.Kakao;
using Naru.Core.Messages;

namespace Naru.Core.Tests.Kakao;

public sealed class FriendBookTests
{
    private static readonly Person s_person = Who(1, "가") with { Friends = [new(2), new(3, Favourite: true, Hidden: true)], Rooms = ["모임"] };

    [Fact]
    public void Friends_already_there_stay_as_they_are_and_nobody_is_their_own() =>
        FriendBook.Add(s_person, [3, 4, 4, 1]).Friends.ShouldBe([new Friend(2), new Friend(3, true, true), new Friend(4)]);

    [Fact]
    public void Only_what_was_listed_is_set_or_removed()
    {
        FriendBook.Set(s_person, listed: [2], favourites: [2], hidden: [], removed: []).Friends.ShouldBe([new Friend(2, Favourite: true), new Friend(3, true, true)]);
        FriendBook.Set(s_person, listed: [2, 3], favourites: [], hidden: [2], removed: [3]).Friends.ShouldBe([new Friend(2, Hidden: true)]);
    }

    [Fact]
    public void A_room_is_joined_once_and_left()
    {
        FriendBook.Join(s_person, "모임").ShouldBe(s_person);
        FriendBook.Join(s_person, "가족").Rooms.ShouldBe(["모임", "가족"]);
        FriendBook.Leave(s_person, "모임").Rooms.ShouldBeEmpty();
        var full = s_person with { Rooms = [.. Enumerable.Range(0, FriendBook.MaxRooms).Select(i => $"{i}")] };
        FriendBook.Join(full, "하나 더").ShouldBe(full);
    }

    [Theory]
    [InlineData("favorite", false, "3 2 4")]
    [InlineData("nickname", false, "2 3 4")]
    [InlineData("nickname", true, "4 3 2")]
    [InlineData("age", false, "4 2 3")]
    public void The_order_is_that_of_an_apps_list(string by, bool descending, string expected)
    {
        var people = new[] { Who(4, "하") with { BirthYear = 2001 }, Who(2, "가") with { BirthYear = 1999 }, Who(3, "나") };

        string.Join(' ', FriendBook.Ordered(people, person => person, person => person.Id == 3, by, descending).Select(person => person.Id)).ShouldBe(expected);
    }

    private static Person Who(long id, string name) => new(id, new Core.Workspaces.WorkspaceId(1), name, Recipient.Parse("821000000001"));
}

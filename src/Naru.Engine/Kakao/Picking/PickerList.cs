using Naru.Core.Kakao;
using Naru.Core.Kakao.Picking;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Engine.Kakao.Picking;

/// <summary>Friends, rooms and their members, as a picker shows them to a person for an app.</summary>
public sealed class PickerList(KakaoDirectory directory, ShareDesk desk)
{
    /// <summary>Oneself first, where the app asked for it.</summary>
    public IReadOnlyList<PickerPerson> Friends(KakaoCaller caller, PickerOptions options)
    {
        var (app, me) = (caller.App, caller.Person!);
        var friends = me.Friends
            .Where(friend => PickerRule.ShowsFriend(app, me, friend, directory.FindPerson(friend.Person), directory.FindConnection(app.Id, friend.Person), options))
            .Select(friend => Row(caller, directory.FindPerson(friend.Person)!));
        var ordered = FriendBook.Ordered(friends, static row => row.Person, static row => row.Favourite, options.Order, descending: false);
        return options.ShowsMe ? [new PickerPerson(me, caller.Connection, IsMe: true, IsFriend: false, Favourite: false, IsTold: true), .. ordered] : [.. ordered];
    }

    /// <summary>As the share picker has them: the person's rooms for one other are their friends.</summary>
    public IReadOnlyList<PickerRoom> Rooms(KakaoCaller caller, PickerOptions options)
    {
        var me = caller.Person!;
        var people = directory.PeopleOf(me.Workspace);
        return [.. desk.RoomsOf(me).Where(room => PickerRule.ShowsRoom(room.ChatType, options)).Select(Room).Where(room => !options.PicksMembers || room.Members.Count > 0)];

        PickerRoom Room(PickedRoom room)
        {
            var others = room.Friend is { } friend ? people.Where(person => person.Id == friend)
                : room.ChatType == "MultiChat" ? people.Where(person => person.Id != me.Id && person.HasTalk && person.Rooms.Contains(room.Name, StringComparer.Ordinal))
                : [];
            var id = PickerRule.RoomId(me.Workspace, room.ChatType == "MultiChat" ? room.Name : null, me.Id, room.Friend ?? me.Id);
            return new PickerRoom(room.Key, id, room.ChatType, room.Name, ImageOf(room), [.. others.Select(person => Row(caller, person))]);
        }

        string ImageOf(PickedRoom room) => room.Friend is { } friend ? directory.FindPerson(friend)?.ImageUrl ?? "" : room.ChatType == "MemoChat" ? me.ImageUrl : "";
    }

    private PickerPerson Row(KakaoCaller caller, Person person)
    {
        var (me, connection) = (caller.Person!, directory.FindConnection(caller.App.Id, person.Id));
        var friend = me.Friends.FirstOrDefault(one => one.Person == person.Id);
        return new PickerPerson(person, connection, IsMe: false, IsFriend: friend is not null, Favourite: friend is { Favourite: true }, PickerRule.IsTold(caller.App, me, person, connection));
    }
}

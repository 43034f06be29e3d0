using Microsoft.Extensions.Primitives;
using Naru.Core.Kakao.Picking;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Picking;

namespace Naru.Console.Kakao;

/// <summary>What a picker shows, and what of it was picked.</summary>
/// <param name="Friends">Empty where the picker has none.</param>
/// <param name="Rooms">Empty where the picker has none.</param>
public sealed record PickerChoice(PickerOptions Options, IReadOnlyList<PickerPerson> Friends, IReadOnlyList<PickerRoom> Rooms)
{
    public static PickerChoice Of(PickerList list, KakaoCaller caller, PickerOptions options) =>
        new(options, options.HasFriends ? list.Friends(caller, options) : [], options.HasChats ? list.Rooms(caller, options) : []);

    /// <summary>What the app is told; null where it is too few or too many. What is not shown or cannot be picked is not picked; somebody in two rooms is one.</summary>
    public string? Picked(StringValues friends, StringValues rooms)
    {
        PickerPerson[] people =
        [
            .. Friends.Concat(Options.PicksMembers ? Rooms.SelectMany(static room => room.Members) : []).DistinctBy(static one => one.Key)
                .Where(one => friends.Contains(one.Key) && PickerRule.DisabledBy(Options, one) is null),
        ];
        PickerRoom[] chats = Options.PicksMembers ? [] : [.. Rooms.Where(room => rooms.Contains(room.Key))];
        return people.Length + chats.Length < Options.Least || people.Length + chats.Length > Options.Most
            ? null
            : PickedJson.Of(Options.HasFriends || Options.PicksMembers ? people : null, Options.HasChats && !Options.PicksMembers ? chats : null);
    }
}

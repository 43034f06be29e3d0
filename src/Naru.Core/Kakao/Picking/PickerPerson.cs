using System.Globalization;

namespace Naru.Core.Kakao.Picking;

/// <summary>Somebody whom a picker shows: a friend, a member of a room, or the person themselves.</summary>
/// <param name="Connection">With the app; null: they have none.</param>
/// <param name="IsTold">Whether the app hears who they are, once they were picked.</param>
public sealed record PickerPerson(Person Person, Connection? Connection, bool IsMe, bool IsFriend, bool Favourite, bool IsTold)
{
    /// <summary>What tells them apart in the picker's form, which the app never sees.</summary>
    public string Key => Connection?.Uuid ?? "person:" + Person.Id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A room that a picker shows.</summary>
/// <param name="Key">What tells it apart in the picker's form.</param>
/// <param name="Id">As the app is told it.</param>
/// <param name="Type">As the SDKs name it: <c>MemoChat</c>, <c>DirectChat</c> or <c>MultiChat</c>.</param>
/// <param name="Members">Those who are in it besides the person.</param>
public sealed record PickerRoom(string Key, long Id, string Type, string Name, string ImageUrl, IReadOnlyList<PickerPerson> Members)
{
    /// <summary>With the person.</summary>
    public int MemberCount => Members.Count + 1;

    /// <summary>Where its name is from: <c>chat</c>, given when it was opened, or <c>default</c>, nobody gave one.</summary>
    public string TitleSource => Type == "MultiChat" ? "chat" : "default";
}

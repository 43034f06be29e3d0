using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>In which room of which phone a message of the platform arrives.</summary>
internal static class TalkRooms
{
    /// <summary>KakaoTalk's room for oneself.</summary>
    private const string OwnRoom = "나와의 채팅";

    public static TalkArrival ToSelf(DevelopersApp app, Person person, string kind, ComposedTalk talk) =>
        new(person.Phone, "talk:me", OwnRoom, Bubble(app, person, person, kind, talk));

    public static TalkArrival FromFriend(DevelopersApp app, Person sender, Person receiver, string kind, ComposedTalk talk) =>
        new(receiver.Phone, $"talk:{sender.Id}", sender.Name, Bubble(app, sender, receiver, kind, talk));

    public static TalkArrival InRoom(DevelopersApp app, Person sender, Person member, string room, string kind, ComposedTalk talk) =>
        new(member.Phone, $"talk:room:{room}", room, Bubble(app, sender, member, kind, talk));

    private static TalkBubble Bubble(DevelopersApp app, Person sender, Person owner, string kind, ComposedTalk talk) =>
        new(app.Id, app.Name, app.IconUrl, app.SiteUrl, app.Keys.Native, owner.Id, sender.Name, kind, talk.Template, talk.Dropped, talk.Unfilled);
}

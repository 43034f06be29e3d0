using System.Globalization;
using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;

namespace Naru.Engine.Kakao.Sharing;

/// <summary>What a share will look like, as the SDKs are told before KakaoTalk or the share picker is opened.</summary>
/// <param name="TemplateId">Of the custom template; for others a number that stands for the shape.</param>
/// <param name="Arguments">With which that template makes the same message again: old SDKs open the picker with nothing else.</param>
public sealed record ValidatedShare(long TemplateId, IReadOnlyDictionary<string, string> Arguments, ComposedTalk Talk);

/// <summary>KakaoTalk Share: eight functions, of which three make a message (contracts/kakao-developers.md §7).</summary>
public sealed class ShareDesk(KakaoDirectory directory, TalkComposer composer, RequestMeter meter, ITalkPhones phones, ShareCallbacks callbacks, LeftOutLinks leftOut)
{
    /// <summary>The template of a message that no builder made is 3000 and its shape; custom ones begin at 100,001.</summary>
    private const long FirstOwn = 3000;

    /// <summary>The argument that holds the whole of such a message.</summary>
    private const string WholeArgument = "template_object";

    public (ValidatedShare? Share, KakaoFault? Fault) FromObject(DevelopersApp app, string json)
    {
        try
        {
            using var document = TemplateReader.Parse(json);
            return TalkComposer.FromObject(app, document.RootElement, out var fault) is { } talk ? (Own(talk, json), null) : (null, fault);
        }
        catch (JsonException)
        {
            return (null, KakaoFault.Unreadable("template_object"));
        }
    }

    public (ValidatedShare? Share, KakaoFault? Fault) FromCustom(DevelopersApp app, long id, IReadOnlyDictionary<string, string>? arguments, string me)
    {
        if (id > FirstOwn && id <= FirstOwn + (int)TalkShape.Calendar && arguments?.TryGetValue(WholeArgument, out var whole) == true)
        {
            return FromObject(app, whole);
        }

        return composer.FromCustom(app, id, arguments, TemplatePurpose.Share, me, out var fault) is { } talk
            ? (new ValidatedShare(id, arguments ?? new Dictionary<string, string>(StringComparer.Ordinal), talk), null)
            : (null, fault);
    }

    public async ValueTask<(ValidatedShare? Share, KakaoFault? Fault)> FromPageAsync(
        DevelopersApp app, string url, long? id, IReadOnlyDictionary<string, string>? arguments, string me, CancellationToken cancellationToken)
    {
        var (talk, fault) = await composer.FromPageAsync(app, url, id, arguments, TemplatePurpose.Share, me, cancellationToken);
        return talk is null ? (null, fault)
            : id is { } custom ? (new ValidatedShare(custom, arguments ?? new Dictionary<string, string>(StringComparer.Ordinal), talk), null)
            : (Own(talk, FeedJson(talk.Template)), null);
    }

    /// <summary>Sends a validated share into the rooms that the person picked, and tells the app once for each.</summary>
    /// <param name="serverArguments">What the app gave for its callback; null: it is not told.</param>
    /// <returns>Null where it was sent.</returns>
    public async ValueTask<ShareFault?> SendAsync(
        DevelopersApp app, Person sender, ValidatedShare share, IReadOnlyCollection<PickedRoom> rooms, IReadOnlyDictionary<string, string>? serverArguments, CancellationToken cancellationToken)
    {
        if (CheckSender(app, sender) is { } refused)
        {
            return refused;
        }

        leftOut.Note(app, share.Talk.Dropped);
        ShareFault? fault = null;
        var told = new List<Task>();
        foreach (var room in rooms)
        {
            if (!await meter.TakeAsync(app, QuotaKind.Shares, cancellationToken))
            {
                fault = ShareFault.Quota;
                break;
            }

            await phones.ArriveAsync(sender.Workspace, [.. Arrivals(app, sender, share.Talk, room)], CancellationToken.None);
            if (serverArguments is { Count: > 0 })
            {
                var custom = share.TemplateId > FirstOwn + (int)TalkShape.Calendar ? share.TemplateId : (long?)null;
                told.Add(callbacks.TellAsync(app, sender, room, custom, serverArguments, CancellationToken.None).AsTask());
            }
        }

        // Side by side: whoever shares waits for one slow server once, not once for each room.
        await Task.WhenAll(told);
        return fault;
    }

    public static ShareFault? CheckSender(DevelopersApp app, Person sender) =>
        app.Suspended ? ShareFault.AppSuspended
        : sender.State == AccountState.Restricted ? ShareFault.AccountSuspended
        : !sender.HasTalk ? ShareFault.NoTalk
        : null;

    /// <summary>Every friend and room of the person, whatever the app is permitted.</summary>
    public IReadOnlyList<PickedRoom> RoomsOf(Person person) =>
    [
        PickedRoom.Own,
        .. person.Friends.Where(friend => !friend.Hidden).Select(friend => directory.FindPerson(friend.Person)).OfType<Person>().Where(friend => friend.HasTalk)
            .OrderBy(friend => friend.Name, StringComparer.Ordinal).Select(friend => new PickedRoom("DirectChat", friend.Name, friend.Id)),
        .. person.Rooms.Select(room => new PickedRoom("MultiChat", room, null)),
    ];

    private IEnumerable<TalkArrival> Arrivals(DevelopersApp app, Person sender, ComposedTalk talk, PickedRoom room) => room switch
    {
        { Friend: { } id } => directory.FindPerson(id) is { } friend ? [TalkRooms.FromFriend(app, sender, friend, "Share", talk)] : [],
        { ChatType: "MemoChat" } => [TalkRooms.ToSelf(app, sender, "Share", talk)],
        _ => directory.PeopleOf(sender.Workspace).Where(person => person.HasTalk && person.Rooms.Contains(room.Name, StringComparer.Ordinal))
            .Select(member => TalkRooms.InRoom(app, sender, member, room.Name, "Share", talk)),
    };

    private static ValidatedShare Own(ComposedTalk talk, string json) =>
        new(FirstOwn + (int)talk.Template.Shape, new Dictionary<string, string>(StringComparer.Ordinal) { [WholeArgument] = json }, talk);

    /// <summary>A scraped page as a template object, with which it can be made again without asking the page.</summary>
    private static string FeedJson(TalkTemplate template)
    {
        var content = template.Contents[0];
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("object_type", "feed");
            json.WriteStartObject("content");
            Put("title", content.Title);
            Put("description", content.Description);
            Put("image_url", content.ImageUrl);
            json.WriteStartObject("link");
            Put("web_url", content.Link.WebUrl);
            Put("mobile_web_url", content.Link.MobileWebUrl);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();

            void Put(string name, string? value)
            {
                if (value is not null)
                {
                    json.WriteString(name, value);
                }
            }
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

/// <summary>A room that a share can go into.</summary>
/// <param name="ChatType">As callbacks name it.</param>
/// <param name="Friend">Null for the room for oneself and for groups.</param>
public sealed record PickedRoom(string ChatType, string Name, long? Friend)
{
    public static readonly PickedRoom Own = new("MemoChat", "", null);

    /// <summary>What tells it apart in a form.</summary>
    public string Key => Friend is { } id ? "friend:" + id.ToString(CultureInfo.InvariantCulture) : ChatType == "MemoChat" ? "me" : "room:" + Name;
}

/// <summary>An error of the share picker (contracts/kakao-developers.md §7): a page with a number.</summary>
public sealed record ShareFault(int Code, int Status, string Message)
{
    public static readonly ShareFault WrongKey = new(4003, 400, "no app has this key.");
    public static readonly ShareFault Quota = new(4006, 400, "the quota of sharing is used up.");
    public static readonly ShareFault NoTalk = new(4012, 401, "the account is not connected to KakaoTalk.");
    public static readonly ShareFault AccountSuspended = new(4013, 401, "the account is suspended.");
    public static readonly ShareFault NotRegistered = new(4019, 401, "the domain or key hash is not registered (KOE009).");
    public static readonly ShareFault AppSuspended = new(4020, 401, "the app is suspended.");

    /// <summary>With another account it may go.</summary>
    public bool IsOfTheAccount => Code == NoTalk.Code || Code == AccountSuspended.Code;

    public static ShareFault BadRequest(string text) => new(4002, 400, text);
}

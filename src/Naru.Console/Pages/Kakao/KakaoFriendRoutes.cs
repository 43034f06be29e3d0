using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Naru.Console.Access;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>A simulated person's friends and group rooms.</summary>
internal static class KakaoFriendRoutes
{
    public static void MapKakaoFriends(this IEndpointRouteBuilder workspace)
    {
        var person = workspace.MapGroup("/kakao/people/{person:long}");
        person.MapGet("", Show);
        person.MapPost("/friends", SetAsync);
        person.MapPost("/friends/add", AddAsync);
        person.MapPost("/rooms", OpenRoomAsync);
        person.MapPost("/rooms/leave", LeaveRoomAsync);
    }

    public static string PathOf(Visitor visitor, Person person, string page = "") => visitor.Path("kakao/people") + "/" + person.Id.ToString(CultureInfo.InvariantCulture) + page;

    private static IResult Show(long person, string? order, string? done, HttpContext context, KakaoDirectory directory)
    {
        var visitor = Visitor.Of(context);
        return Find(visitor, directory, person) is { } found ? Page(visitor, directory, found, order ?? "favorite", null, done is null ? null : visitor.Words.Kakao.Done) : Answers.NotFound(visitor);
    }

    private static async Task<IResult> SetAsync(long person, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await ChangeAsync(
            person, context, directory, found => [FriendBook.Set(found, Ids(form["listed"]), Ids(form["favourite"]), Ids(form["hidden"]), Ids(form["removed"]))], cancellationToken);
    }

    /// <summary>With <c>both</c> the others get the person too, as friends mostly are.</summary>
    private static async Task<IResult> AddAsync(long person, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (ids, both) = (Ids(form["friend"]), form["both"] == "on");
        return await ChangeAsync(
            person,
            context,
            directory,
            found =>
            {
                Person[] others = [.. directory.PeopleOf(found.Workspace).Where(other => ids.Contains(other.Id) && other.Id != found.Id)];
                return [FriendBook.Add(found, others.Select(other => other.Id)), .. both ? others.Select(other => FriendBook.Add(other, [found.Id])) : []];
            },
            cancellationToken);
    }

    /// <summary>People who are in a room of the same name are in the same room.</summary>
    private static async Task<IResult> OpenRoomAsync(long person, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (name, ids) = (form["room"].ToString().Trim(), Ids(form["member"]));
        if (Find(visitor, directory, person) is { } known && name.Length is 0 or > FriendBook.MaxRoomName)
        {
            return Page(visitor, directory, known, "favorite", visitor.Words.Kakao.NameNeeded(FriendBook.MaxRoomName), null);
        }

        return await ChangeAsync(
            person,
            context,
            directory,
            found => [FriendBook.Join(found, name), .. directory.PeopleOf(found.Workspace).Where(other => ids.Contains(other.Id) && other.Id != found.Id).Select(other => FriendBook.Join(other, name))],
            cancellationToken);
    }

    private static async Task<IResult> LeaveRoomAsync(long person, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var room = (await context.Request.ReadFormAsync(cancellationToken))["room"].ToString();
        return await ChangeAsync(person, context, directory, found => [FriendBook.Leave(found, room)], cancellationToken);
    }

    private static async ValueTask<IResult> ChangeAsync(long person, HttpContext context, KakaoDirectory directory, Func<Person, IEnumerable<Person>> change, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var changed = await directory.ChangeAsync(
            () =>
            {
                if (Find(visitor, directory, person) is not { } found)
                {
                    return null;
                }

                var all = new KakaoChange();
                all.People.AddRange(change(found));
                return all;
            },
            cancellationToken);
        return changed ? Results.LocalRedirect(PathOf(visitor, directory.FindPerson(person)!, "?done=1")) : Answers.NotFound(visitor);
    }

    private static Person? Find(Visitor visitor, KakaoDirectory directory, long person) =>
        visitor.PlaysKakaoTalk && directory.FindPerson(person) is { } found && found.Workspace == visitor.Workspace.Id ? found : null;

    private static long[] Ids(StringValues values) =>
        [.. values.Select(value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)];

    private static RazorComponentResult<KakaoFriendsPage> Page(Visitor visitor, KakaoDirectory directory, Person person, string order, string? fault, string? notice)
    {
        var people = directory.PeopleOf(visitor.Workspace.Id);
        var friends = person.Friends
            .Select(friend => (Friend: friend, Person: directory.FindPerson(friend.Person)))
            .Where(one => one.Person is not null)
            .Select(one => new ShownFriend(one.Friend, one.Person!, one.Person!.Friends.Any(back => back.Person == person.Id)));
        return new(new
        {
            Visitor = visitor,
            Person = person,
            Friends = FriendBook.Ordered(friends, static one => one.Person, static one => one.Friend.Favourite, order, descending: false).ToArray(),
            Others = people.Where(other => other.Id != person.Id).ToArray(),
            Order = order,
            Fault = fault,
            Notice = notice,
        })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}

/// <param name="IsMutual">Whether the other has the person as a friend too.</param>
public sealed record ShownFriend(Friend Friend, Person Person, bool IsMutual);

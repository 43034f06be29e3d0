using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Core.Kakao;
using Naru.Core.Messages;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>The simulated people of a workspace. Who is added becomes everybody's friend.</summary>
internal static class KakaoPeopleRoutes
{
    private const int MaxPeople = 500;

    public static void MapKakaoPeople(this IEndpointRouteBuilder workspace)
    {
        workspace.MapPost("/kakao/people", AddAsync);
        workspace.MapPost("/kakao/people/{person:long}", ChangeAsync);
        workspace.MapKakaoFriends();
    }

    private static async Task<IResult> AddAsync(HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (name, phone) = (form["person-name"].ToString().Trim(), Recipient.Parse(form["phone"].ToString()));
        if (name.Length is 0 or > 60 || !phone.IsPhone)
        {
            return Results.LocalRedirect(visitor.Path("kakao"));
        }

        await directory.ChangeAsync(
            () =>
            {
                var others = directory.PeopleOf(visitor.Workspace.Id);
                if (others.Count >= MaxPeople)
                {
                    return null;
                }

                var made = new Person(directory.NextPerson(), visitor.Workspace.Id, name, phone)
                {
                    Email = string.Create(CultureInfo.InvariantCulture, $"person{others.Count + 1}@naru.example"),
                    Friends = [.. others.Select(other => new Friend(other.Id))],
                };
                var change = new KakaoChange { People = { made } };
                change.People.AddRange(others.Select(other => other with { Friends = [.. other.Friends, new Friend(made.Id)] }));
                return change;
            },
            cancellationToken);
        return Results.LocalRedirect(visitor.Path("kakao") + "?done=1");
    }

    private static async Task<IResult> ChangeAsync(long person, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (directory.FindPerson(person) is not { } found || found.Workspace != visitor.Workspace.Id || !Enum.TryParse<AccountState>(form["state"], out var state) || !Enum.IsDefined(state))
        {
            return Answers.NotFound(visitor);
        }

        var version = form["version"].ToString().Trim();
        await directory.ChangePersonAsync(
            person, one => one with { HasTalk = form["talk"] == "on", TalkVersion = Version.TryParse(version, out _) ? version : one.TalkVersion, State = state }, cancellationToken);
        return Results.LocalRedirect(visitor.Path("kakao") + "?done=1");
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Kakao;
using Naru.Core.Messages;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>The simulated people of a workspace. Who is added becomes everybody's friend.</summary>
internal static class KakaoPeopleRoutes
{
    /// <summary>Of a workspace.</summary>
    private const int MaxPeople = 500;

    /// <summary>Characters.</summary>
    public const int MaxName = 60;

    /// <summary>Characters of a version of KakaoTalk.</summary>
    public const int MaxVersion = 20;

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
        var (name, written) = (form["person-name"].ToString().Trim(), form["phone"].ToString().Trim());
        var phone = Recipient.Parse(written);
        var words = visitor.Words.Kakao;
        var faults = new FormFaults();
        if (name.Length is 0 or > MaxName)
        {
            faults.Add("person-name", words.NameNeeded(MaxName));
        }

        if (!phone.IsPhone)
        {
            faults.Add("phone", words.PhoneNeeded);
        }

        if (faults.Count > 0)
        {
            return KakaoAppRoutes.ListPage(visitor, directory, null, faults, added: (name, written));
        }

        await directory.ChangeAsync(
            () =>
            {
                var others = directory.PeopleOf(visitor.Workspace.Id);
                if (others.Count >= MaxPeople)
                {
                    faults.Add("person-name", words.TooManyLines(MaxPeople));
                    return null;
                }

                // Two people with one phone would read each other's messages.
                if (others.FirstOrDefault(other => other.Phone == phone) is { } owner)
                {
                    faults.Add("phone", words.PhoneTaken(owner.Name));
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
        return faults.Count > 0 ? KakaoAppRoutes.ListPage(visitor, directory, null, faults, added: (name, written)) : Results.LocalRedirect(visitor.Path("kakao") + "?done=1");
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
        Person Changed(Person one) => one with { HasTalk = form["talk"] == "on", TalkVersion = version, State = state };
        if (version.Length > MaxVersion || !Version.TryParse(version, out _))
        {
            var faults = new FormFaults();
            faults.Add(KakaoPeoplePart.VersionField(person), visitor.Words.Kakao.VersionNeeded);
            return KakaoAppRoutes.ListPage(visitor, directory, null, faults, draft: Changed(found));
        }

        await directory.ChangePersonAsync(person, Changed, cancellationToken);
        return Results.LocalRedirect(visitor.Path("kakao") + "?done=1");
    }
}

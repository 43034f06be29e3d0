using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>What a person can do about the apps that they are connected to: hide from friends, take consents back, leave.</summary>
internal static class ConnectedServicesRoutes
{
    public static void MapConnectedServices(this IEndpointRouteBuilder pages)
    {
        var person = pages.MapGroup("/kakao/people/{person:long}").AddEndpointFilter(SameOrigin.FilterAsync);
        person.MapGet("", Show);
        person.MapGet("/services/{app:long}", ShowOne);
        person.MapPost("/services/{app:long}/profile", ShowProfileAsync);
        person.MapPost("/services/{app:long}/revoke", RevokeAsync);
        person.MapPost("/services/{app:long}/leave", LeaveAsync);
    }

    private static IResult Show(long person, HttpContext context, KakaoDirectory directory) => directory.FindPerson(person) is { } found
        ? Page(context, directory, found, directory.ConnectionsOf(person))
        : Nobody(context);

    /// <summary>The bubble's <em>Preferences</em>.</summary>
    private static IResult ShowOne(long person, long app, HttpContext context, KakaoDirectory directory) => directory.FindPerson(person) is { } found
        ? Page(context, directory, found, [.. directory.ConnectionsOf(person).Where(connection => connection.App == app)])
        : Nobody(context);

    private static async Task<IResult> ShowProfileAsync(long person, long app, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var shows = (await context.Request.ReadFormAsync(cancellationToken))["shows"] == "on";
        return await directory.ChangeConnectionAsync(app, person, connection => connection with { ShowsProfile = shows }, cancellationToken) ? Back(person, app) : Nobody(context);
    }

    private static async Task<IResult> RevokeAsync(long person, long app, HttpContext context, LoginDesk desk, CancellationToken cancellationToken)
    {
        var scope = (await context.Request.ReadFormAsync(cancellationToken))["scope"].ToString();
        return await desk.RevokeAsync(app, person, [scope], cancellationToken) ? Back(person, app) : Nobody(context);
    }

    private static async Task<IResult> LeaveAsync(long person, long app, HttpContext context, LoginDesk desk, CancellationToken cancellationToken) =>
        await desk.UnlinkAsync(app, person, cancellationToken) ? Results.LocalRedirect($"/kakao/people/{person}?done=1") : Nobody(context);

    private static RedirectHttpResult Back(long person, long app) => TypedResults.LocalRedirect($"/kakao/people/{person}/services/{app}?done=1", permanent: false, preserveMethod: false);

    private static RazorComponentResult<ConnectedServicesPage> Page(HttpContext context, KakaoDirectory directory, Person person, IReadOnlyList<Connection> connections) => new(new
    {
        Words = LanguageChoice.Of(context),
        Person = person,
        Done = context.Request.Query.ContainsKey("done"),
        Services = connections.Select(connection => (directory.FindApp(connection.App), connection)).Where(one => one.Item1 is not null).Select(one => (one.Item1!, one.connection)).ToArray(),
    });

    /// <summary>No such person, or they left the app meanwhile.</summary>
    private static RazorComponentResult<NobodyPage> Nobody(HttpContext context) =>
        new(new { Words = LanguageChoice.Of(context) }) { StatusCode = StatusCodes.Status404NotFound };
}

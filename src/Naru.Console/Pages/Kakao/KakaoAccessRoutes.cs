using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Scraping;

namespace Naru.Console.Pages.Kakao;

/// <summary>Both access lists of an app: who may call with its keys and tokens, and from where Naru calls others.</summary>
internal static class KakaoAccessRoutes
{
    private const string Field = "addresses";

    public static void MapKakaoAccess(this IEndpointRouteBuilder app)
    {
        app.MapGet("/access", Show);
        app.MapPost("/access", SaveAsync);
    }

    private static IResult Show(long app, string? done, HttpContext context, KakaoDirectory directory, OutboundAddresses outbound)
    {
        var visitor = Visitor.Of(context);
        return directory.FindApp(visitor.Workspace.Id, app) is { } found
            ? Page(visitor, found, outbound, string.Join('\n', found.AllowedIps), new FormFaults(), done is null ? null : visitor.Words.Kakao.Done)
            : Answers.NotFound(visitor);
    }

    private static async Task<IResult> SaveAsync(
        long app, HttpContext context, KakaoDirectory directory, OutboundAddresses outbound, ILogger<KakaoDirectory> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var text = (await context.Request.ReadFormAsync(cancellationToken))[Field].ToString();
        var faults = new FormFaults();
        var callers = FormLines.Read(Field, text, static line => IPAddress.TryParse(line, out _) || IPNetwork.TryParse(line, out _), visitor.Words.Kakao, faults);
        return faults.Count > 0
            ? Page(visitor, found, outbound, text, faults, null)
            : await KakaoAppRoutes.ChangeAsync(
                visitor, directory, found, one => one with { AllowedIps = callers }, "changed who may call with the keys of", log, cancellationToken, "/access");
    }

    private static RazorComponentResult<KakaoAccessPage> Page(Visitor visitor, DevelopersApp app, OutboundAddresses outbound, string callers, FormFaults faults, string? notice) =>
        new(new { Visitor = visitor, App = app, Callers = callers, Outbound = outbound, Faults = faults, Notice = notice })
        {
            StatusCode = faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
}

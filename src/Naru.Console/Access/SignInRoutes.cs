using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Pages;
using Naru.Console.Text;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Registry;

namespace Naru.Console.Access;

/// <summary>Signing in and out.</summary>
internal static partial class SignInRoutes
{
    private const string Path = "/console/sign-in";

    public static void MapSignIn(this IEndpointRouteBuilder console)
    {
        console.MapGet("/sign-in", Show);
        console.MapPost("/sign-in", SignInAsync);
        console.MapPost("/sign-out", SignOutAsync);
    }

    /// <summary>The sign-in page that leads back to where the visitor wanted to go.</summary>
    public static string UrlFor(HttpRequest request) => HttpMethods.IsGet(request.Method)
        ? Path + new QueryBuilder { { "next", request.Path + request.QueryString } }
        : Path;

    private static IResult Show(HttpContext context, ConsoleOptions options, GatewayModeOptions mode) => Page(context, options, mode, null, StatusCodes.Status200OK);

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        WorkspaceDirectory directory,
        SessionCookie session,
        SignInLimit limit,
        ConsoleOptions options,
        GatewayModeOptions mode,
        ILogger<SessionCookie> log,
        CancellationToken cancellationToken)
    {
        var words = LanguageChoice.Of(context).Shell;
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var name = form["name"].ToString();
        if (limit.Refusal(context, name) is { } wait)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Page(context, options, mode, words.TooManySignIns(seconds), StatusCodes.Status429TooManyRequests);
        }

        if (directory.CheckPassword(CredentialKind.Operator, name, form["password"].ToString()) is not { } credential)
        {
            LogRefused(log);
            return Page(context, options, mode, words.WrongPassword, StatusCodes.Status401Unauthorized);
        }

        if (session.IsRefusedHere(context, credential))
        {
            return Page(context, options, mode, words.DemoOffLoopback, StatusCodes.Status403Forbidden);
        }

        await session.IssueAsync(context, credential, cancellationToken);
        LogSignedIn(log, credential.Id);
        return Results.LocalRedirect(Next(form["next"].ToString()));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SessionCookie session, CancellationToken cancellationToken)
    {
        await session.EndAsync(context, cancellationToken);
        return Results.LocalRedirect(Path);
    }

    private static RazorComponentResult<SignInPage> Page(HttpContext context, ConsoleOptions options, GatewayModeOptions mode, string? fault, int status) => new(new
    {
        Words = LanguageChoice.Of(context),
        FormToken = FormToken.Make(context),
        Next = Next(context.Request.HasFormContentType ? context.Request.Form["next"].ToString() : context.Request.Query["next"].ToString()),
        Hint = mode.HasTestRoutes ? options.DemoSignIn : null,
        Fault = fault,
    })
    {
        StatusCode = status,
    };

    /// <summary>Only pages of the console: an address of somebody else's is where a stolen sign-in would end.</summary>
    private static string Next(string wanted) =>
        wanted.StartsWith("/console/", StringComparison.Ordinal) && !wanted.Contains('\\', StringComparison.Ordinal) ? wanted : "/console";

    [LoggerMessage(3101, LogLevel.Information, "Operator credential {Credential} signed in")]
    private static partial void LogSignedIn(ILogger logger, long credential);

    [LoggerMessage(3102, LogLevel.Warning, "A sign-in to the console was refused: unknown name or wrong password")]
    private static partial void LogRefused(ILogger logger);
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Naru.Console.Access;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>Kakao Login as a person sees it: who they are, what the app asks for, and back to the app (contracts/kakao-developers.md §3).</summary>
internal static class LoginRoutes
{
    private const string Path = "/oauth/authorize";

    public static void MapKakaoLogin(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Open);
        pages.MapPost(Path + "/account", SignInAsync).AddEndpointFilter(SameOrigin.FilterAsync);
        pages.MapPost(Path + "/consent", AgreeAsync).AddEndpointFilter(SameOrigin.FilterAsync);
        pages.MapGet("/oauth/logout", LogOut);
    }

    private static IResult Open(HttpContext context, KakaoDirectory directory, LoginDesk desk, LoginOutcomes outcomes, AccountCookie cookie)
    {
        if (Read(context, directory, out var fault) is not { } ask)
        {
            return Fault(context, fault!);
        }

        KakaoPageGuard.LetEndAt(context, ask.RedirectUri);
        var person = cookie.Read(context) is { } known && known.Workspace == ask.App.Workspace && known.State == AccountState.Active ? known : null;
        var silent = ask.Asks("none");
        if (person is null || (!silent && (ask.Asks("login") || ask.Asks("select_account") || ask.Asks("create")) && context.Request.Query["chosen"] != "1"))
        {
            return silent
                ? Back(context, ask, outcomes, Refused("login_required", "user authentication required."))
                : new RazorComponentResult<AccountPage>(new { Words = LanguageChoice.Of(context), Ask = ask, People = directory.PeopleOf(ask.App.Workspace), Query = context.Request.QueryString.Value ?? "" });
        }

        var open = desk.Open(ask, person, out fault);
        return fault is not null ? Fault(context, fault)
            : silent && open.Count > 0 ? Back(context, ask, outcomes, Refused("consent_required", "user consent required."))
            : new RazorComponentResult<ConsentPage>(new { Words = LanguageChoice.Of(context), Ask = ask, Person = person, Items = open, Query = context.Request.QueryString.Value ?? "" });
    }

    private static async Task<IResult> SignInAsync(HttpContext context, KakaoDirectory directory, LoginDesk desk, LoginOutcomes outcomes, AccountCookie cookie, CancellationToken cancellationToken)
    {
        if (Read(context, directory, out var fault) is not { } ask)
        {
            return Fault(context, fault!);
        }

        KakaoPageGuard.LetEndAt(context, ask.RedirectUri);
        var chosen = (await context.Request.ReadFormAsync(cancellationToken))["person"].ToString();
        if (!long.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || directory.FindPerson(id) is not { State: AccountState.Active } person
            || person.Workspace != ask.App.Workspace)
        {
            return Results.Redirect(Path + context.Request.QueryString);
        }

        cookie.Issue(context, person);
        if (desk.Open(ask, person, out fault).Count == 0 && fault is null)
        {
            return await GiveCodeAsync(context, ask, person, [], desk, outcomes, cancellationToken);
        }

        var query = QueryHelpers.ParseQuery(context.Request.QueryString.Value);
        query["chosen"] = "1";
        return Results.Redirect(QueryHelpers.AddQueryString(Path, query), permanent: false, preserveMethod: false);
    }

    private static async Task<IResult> AgreeAsync(HttpContext context, KakaoDirectory directory, LoginDesk desk, LoginOutcomes outcomes, AccountCookie cookie, CancellationToken cancellationToken)
    {
        if (Read(context, directory, out var fault) is not { } ask)
        {
            return Fault(context, fault!);
        }

        KakaoPageGuard.LetEndAt(context, ask.RedirectUri);
        if (cookie.Read(context) is not { } person || person.Workspace != ask.App.Workspace)
        {
            return Results.Redirect(Path + context.Request.QueryString);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        return form["decision"] == "cancel"
            ? Back(context, ask, outcomes, Refused("access_denied", "User denied access"))
            : await GiveCodeAsync(context, ask, person, [.. form["agree"].OfType<string>()], desk, outcomes, cancellationToken);
    }

    private static async Task<IResult> GiveCodeAsync(
        HttpContext context, LoginAsk ask, Person person, IReadOnlyCollection<string> agreed, LoginDesk desk, LoginOutcomes outcomes, CancellationToken cancellationToken)
    {
        var (code, fault) = await desk.AgreeAsync(ask, person, agreed, cancellationToken);
        return code is null ? Fault(context, fault!) : Back(context, ask, outcomes, new LoginOutcome(code, null, null, null));
    }

    /// <summary>Signs the person out of their Kakao Account in this browser, and back to the app.</summary>
    private static IResult LogOut(HttpContext context, KakaoDirectory directory, AccountCookie cookie)
    {
        var query = context.Request.Query;
        if (directory.FindKey(query["client_id"].ToString()) is not var (app, _))
        {
            return Fault(context, LoginFault.BadKey);
        }

        var redirect = query["logout_redirect_uri"].ToString();
        if (!app.LogoutRedirectUris.Contains(redirect, StringComparer.Ordinal))
        {
            return Fault(context, LoginFault.UnknownLogoutRedirect);
        }

        cookie.End(context);
        var state = query["state"].ToString();
        return Results.Redirect(state.Length > 0 ? QueryHelpers.AddQueryString(redirect, "state", state) : redirect);
    }

    private static LoginAsk? Read(HttpContext context, KakaoDirectory directory, out LoginFault? fault) =>
        LoginAsk.Read(directory, name => context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null, out fault);

    private static RazorComponentResult<LoginFaultPage> Fault(HttpContext context, LoginFault fault) =>
        new(new { Words = LanguageChoice.Of(context), Fault = fault }) { StatusCode = fault.Status };

    private static LoginOutcome Refused(string error, string description) => new(null, error, description, null);

    private static IResult Back(HttpContext context, LoginAsk ask, LoginOutcomes outcomes, LoginOutcome outcome)
    {
        outcome = outcome with { State = ask.State };
        switch (ask.End)
        {
            case LoginEnd.Redirect:
                return Results.Redirect(LoginReturn.Url(ask.RedirectUri, outcome));
            case LoginEnd.Kept:
                outcomes.Keep(ask.App.Id, ask.Transaction, outcome);
                break;
            case LoginEnd.Opener:
                break;
            default:
                throw new InvalidOperationException($"{ask.End} is no end of a login.");
        }

        return new RazorComponentResult<LoginEndedPage>(new { Words = LanguageChoice.Of(context), Ask = ask, Outcome = outcome });
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Http.HttpResults;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>
/// The friend picker: those friends whom the app may see, in a window that the app's page opened. What was picked goes to that page by a message, or to the
/// app's server by a redirect; a fault goes the same way.
/// </summary>
internal static class FriendPickerRoutes
{
    private const string Done = "/select/done";

    /// <summary>Ours: what Kakao names it was not found.</summary>
    private const int Cancelled = -777;

    public static void MapFriendPicker(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/select/single", (HttpContext context, KakaoDirectory directory, FriendList friends, CancellationToken cancellationToken) => OpenAsync(true, context, directory, friends, cancellationToken));
        pages.MapPost("/select/multiple", (HttpContext context, KakaoDirectory directory, FriendList friends, CancellationToken cancellationToken) => OpenAsync(false, context, directory, friends, cancellationToken));
        pages.MapPost(Done, PickAsync).AddEndpointFilter(SameOrigin.FilterAsync);
        pages.MapGet("/proxy", Proxy);
    }

    private static async Task<IResult> OpenAsync(bool single, HttpContext context, KakaoDirectory directory, FriendList friends, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var ask = FriendPickerAsk.Read(single, name => form[name].ToString());
        var app = ask.Admit(directory, context.Connection.RemoteIpAddress, out var caller, out var fault);
        return fault is not null ? Tell(context, app, ask, fault) : Page(context, ask, caller!, friends, null);
    }

    private static async Task<IResult> PickAsync(HttpContext context, KakaoDirectory directory, FriendList friends, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var ask = FriendPickerAsk.Read(form["single"] == "true", name => form[name].ToString());
        var app = ask.Admit(directory, context.Connection.RemoteIpAddress, out var caller, out var fault);
        if (fault is not null)
        {
            return Tell(context, app, ask, fault);
        }

        if (form["decision"] == "cancel")
        {
            return Tell(context, app, ask, new KakaoFault(Cancelled, StatusCodes.Status200OK, "user cancelled."));
        }

        string?[] wanted = [.. form["friend"]];
        ListedFriend[] picked = [.. Listed(ask, caller!, friends).Where(one => wanted.Contains(one.Connection.Uuid))];
        return picked.Length < ask.Least || picked.Length > ask.Most
            ? Page(context, ask, caller!, friends, LanguageChoice.Of(context).Kakao.PickSoMany(ask.Least, ask.Most))
            : Tell(context, app, ask, FriendPickerAsk.Json(picked), "selected");
    }

    /// <summary>The SDK puts this into a hidden frame of the app's page. Here the window itself tells the page, so there is nothing in it.</summary>
    private static IResult Proxy(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        return Results.Content("<!DOCTYPE html><html lang=\"en\"><title>Naru</title></html>", "text/html; charset=utf-8");
    }

    private static List<ListedFriend> Listed(FriendPickerAsk ask, KakaoCaller caller, FriendList friends)
    {
        var all = friends.Read(caller.App, caller.Person!, "favorite", descending: false);
        return ask.ShowsMe ? [new ListedFriend(caller.Person!, caller.Connection!, false), .. all] : [.. all];
    }

    private static RazorComponentResult<FriendPickerPage> Page(HttpContext context, FriendPickerAsk ask, KakaoCaller caller, FriendList friends, string? problem)
    {
        if (ask.ReturnUrl.Length > 0)
        {
            KakaoPageGuard.LetEndAt(context, ask.ReturnUrl);
        }

        return new(new { Words = LanguageChoice.Of(context), App = caller.App, Ask = ask, Me = caller.Person!, Friends = Listed(ask, caller, friends), Problem = problem })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    /// <summary>Of an app that is not certain nobody is told: it is shown.</summary>
    private static IResult Tell(HttpContext context, DevelopersApp? app, FriendPickerAsk ask, KakaoFault fault) => app is not null
        ? Tell(context, app, ask, FriendPickerAsk.Json(fault), "error")
        : new RazorComponentResult<FriendsPickedPage>(new { Words = LanguageChoice.Of(context), App = app, Told = FriendPickerAsk.Json(fault), Origin = (string?)null, IsFault = true }) { StatusCode = fault.Status };

    private static IResult Tell(HttpContext context, DevelopersApp? app, FriendPickerAsk ask, string told, string name) => ask.ReturnUrl.Length > 0
        ? Results.Redirect(ask.ReturnWith(name, told))
        : new RazorComponentResult<FriendsPickedPage>(new { Words = LanguageChoice.Of(context), App = app, Told = told, Origin = ask.Origin(), IsFault = name == "error" });
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Picking;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Picking;

namespace Naru.Console.Kakao;

/// <summary>
/// The pickers: friends whom the app may see, and the person's rooms, in a window that the app's page opened. What was picked goes to that page by a message, or to
/// the app's server by a redirect; a fault goes the same way.
/// </summary>
internal static class FriendPickerRoutes
{
    /// <summary>By the paths of the SDK.</summary>
    public static readonly IReadOnlyDictionary<string, PickerKind> Pickers = new Dictionary<string, PickerKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["/select/single"] = PickerKind.Friend,
        ["/select/multiple"] = PickerKind.Friends,
        ["/chat/select"] = PickerKind.Chats,
        ["/tab/select"] = PickerKind.Both,
    };

    private const string Done = "/select/done";

    /// <summary>Ours: what Kakao names it was not found.</summary>
    private const int Cancelled = -777;

    public static void MapFriendPicker(this IEndpointRouteBuilder pages)
    {
        foreach (var (path, kind) in Pickers)
        {
            pages.MapPost(path, (HttpContext context, KakaoDirectory directory, PickerList list, CancellationToken cancellationToken) => OpenAsync(kind, context, directory, list, cancellationToken));
        }

        pages.MapPost(Done, PickAsync).AddEndpointFilter(SameOrigin.FilterAsync);
        pages.MapGet("/proxy", Proxy);
    }

    private static async Task<IResult> OpenAsync(PickerKind kind, HttpContext context, KakaoDirectory directory, PickerList list, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var ask = FriendPickerAsk.Read(kind, name => form[name].ToString());
        var app = ask.Admit(directory, context.Connection.RemoteIpAddress, out var caller, out var options, out var fault);
        return fault is not null ? Tell(context, app, ask, fault) : Page(context, ask, caller!, PickerChoice.Of(list, caller!, options!), null);
    }

    private static async Task<IResult> PickAsync(HttpContext context, KakaoDirectory directory, PickerList list, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var ask = FriendPickerAsk.Read(Enum.TryParse<PickerKind>(form["picker"], out var kind) && Enum.IsDefined(kind) ? kind : PickerKind.Friends, name => form[name].ToString());
        var app = ask.Admit(directory, context.Connection.RemoteIpAddress, out var caller, out var options, out var fault);
        if (fault is not null)
        {
            return Tell(context, app, ask, fault);
        }

        if (form["decision"] == "cancel")
        {
            return Tell(context, app, ask, new KakaoFault(Cancelled, StatusCodes.Status200OK, "user cancelled."));
        }

        var choice = PickerChoice.Of(list, caller!, options!);
        return choice.Picked(form["friend"], form["room"]) is { } picked
            ? Tell(context, app, ask, picked, "selected")
            : Page(context, ask, caller!, choice, LanguageChoice.Of(context).Kakao.PickSoMany(options!));
    }

    /// <summary>The SDK puts this into a hidden frame of the app's page. Here the window itself tells the page, so there is nothing in it.</summary>
    private static IResult Proxy(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        return Results.Content("<!DOCTYPE html><html lang=\"en\"><title>Naru</title></html>", "text/html; charset=utf-8");
    }

    private static RazorComponentResult<FriendPickerPage> Page(HttpContext context, FriendPickerAsk ask, KakaoCaller caller, PickerChoice choice, string? problem)
    {
        if (ask.ReturnUrl.Length > 0)
        {
            KakaoPageGuard.LetEndAt(context, ask.ReturnUrl);
        }

        return new(new { Words = LanguageChoice.Of(context), App = caller.App, Ask = ask, Me = caller.Person!, Choice = choice, Problem = problem })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    /// <summary>Of an app that is not certain nobody is told: it is shown.</summary>
    private static IResult Tell(HttpContext context, DevelopersApp? app, FriendPickerAsk ask, KakaoFault fault) => app is not null
        ? Tell(context, app, ask, PickedJson.Of(fault), "error")
        : new RazorComponentResult<FriendsPickedPage>(new { Words = LanguageChoice.Of(context), App = app, Told = PickedJson.Of(fault), Origin = (string?)null, IsFault = true }) { StatusCode = fault.Status };

    private static IResult Tell(HttpContext context, DevelopersApp? app, FriendPickerAsk ask, string told, string name) => ask.ReturnUrl.Length > 0
        ? Results.Redirect(ask.ReturnWith(name, told))
        : new RazorComponentResult<FriendsPickedPage>(new { Words = LanguageChoice.Of(context), App = app, Told = told, Origin = ask.Origin(), IsFault = name == "error" });
}

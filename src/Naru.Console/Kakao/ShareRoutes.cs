using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Console.Kakao;

/// <summary>The share picker: who shares, where to, and off it goes (contracts/kakao-developers.md §7, "Web sharer").</summary>
internal static class ShareRoutes
{
    /// <summary>Friends and rooms of one share.</summary>
    public const int MaxRooms = 10;

    public static void MapSharePicker(this IEndpointRouteBuilder pages)
    {
        // An app's page opens these by a form or a link of its own: they change nothing.
        pages.MapPost("/picker/link", OpenFormAsync);
        pages.MapPost("/talk/friends/picker/link", OpenFormAsync);
        pages.MapGet("/talk/friends/picker/easylink", OpenLinkAsync);
        pages.MapGet("/picker/failed", Failed);

        pages.MapPost("/picker/account", SignInAsync).AddEndpointFilter(SameOrigin.FilterAsync);
        pages.MapPost("/picker/send", SendAsync).AddEndpointFilter(SameOrigin.FilterAsync);
    }

    private static async Task<IResult> OpenFormAsync(HttpContext context, KakaoDirectory directory, ShareDesk desk, AccountCookie cookie, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await ShowAsync(context, ShareAsk.Read(name => form[name].ToString()), cookie.Read(context), directory, desk, null, cancellationToken);
    }

    private static Task<IResult> OpenLinkAsync(HttpContext context, KakaoDirectory directory, ShareDesk desk, AccountCookie cookie, CancellationToken cancellationToken) =>
        ShowAsync(context, ShareAsk.Read(name => context.Request.Query[name].ToString()), cookie.Read(context), directory, desk, null, cancellationToken);

    private static async Task<IResult> SignInAsync(HttpContext context, KakaoDirectory directory, ShareDesk desk, AccountCookie cookie, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var person = long.TryParse(form["person"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? directory.FindPerson(id) : null;
        if (person is not null)
        {
            cookie.Issue(context, person);
        }

        return await ShowAsync(context, ShareAsk.Read(name => form[name].ToString()), person, directory, desk, null, cancellationToken);
    }

    private static async Task<IResult> SendAsync(HttpContext context, KakaoDirectory directory, ShareDesk desk, AccountCookie cookie, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var ask = ShareAsk.Read(name => form[name].ToString());
        if (ask.App(directory, context.Connection.RemoteIpAddress, out var fault) is not { } app)
        {
            return Fault(context, fault!);
        }

        if (cookie.Read(context) is not { } person || person.Workspace != app.Workspace)
        {
            return await ShowAsync(context, ask, null, directory, desk, null, cancellationToken);
        }

        var (share, refused) = await ask.ValidateAsync(desk, app, person.Name, cancellationToken);
        if (share is null)
        {
            return Fault(context, refused!);
        }

        string?[] wanted = [.. form["room"]];
        PickedRoom[] rooms = [.. desk.RoomsOf(person).Where(room => wanted.Contains(room.Key))];
        if (rooms.Length is 0 or > MaxRooms)
        {
            var words = LanguageChoice.Of(context).Kakao;
            return await ShowAsync(context, ask, person, directory, desk, rooms.Length == 0 ? words.PickARoom : words.TooManyRooms(MaxRooms, rooms.Length), cancellationToken, rooms);
        }

        return await desk.SendAsync(app, person, share, rooms, ask.Arguments(), cancellationToken) is { } failed
            ? Fault(context, failed, ask)
            : new RazorComponentResult<SharedPage>(new { Words = LanguageChoice.Of(context), App = app, Person = person, Rooms = rooms });
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, ShareAsk ask, Person? person, KakaoDirectory directory, ShareDesk desk, string? problem, CancellationToken cancellationToken, PickedRoom[]? picked = null)
    {
        if (ask.App(directory, context.Connection.RemoteIpAddress, out var fault) is not { } app)
        {
            return Fault(context, fault!);
        }

        var sender = person?.Workspace == app.Workspace ? person : null;
        var (share, refused) = await ask.ValidateAsync(desk, app, sender?.Name ?? "", cancellationToken);
        if (share is null || (sender is not null && (refused = ShareDesk.CheckSender(app, sender)) is not null))
        {
            return Fault(context, refused!, ask);
        }

        return new RazorComponentResult<SharePickerPage>(new
        {
            Words = LanguageChoice.Of(context),
            App = app,
            Ask = ask,
            Person = sender,
            People = directory.PeopleOf(app.Workspace),
            Rooms = sender is null ? [] : desk.RoomsOf(sender),
            PickedRooms = picked ?? [],
            Bubble = new TalkBubble(app.Id, app.Name, app.IconUrl, app.SiteUrl, app.Keys.Native, sender?.Id ?? 0, sender?.Name ?? "", "Share", share.Talk.Template, share.Talk.Dropped, share.Talk.Unfilled),
            Problem = problem,
        });
    }

    /// <summary>Where the JavaScript SDK leads when its own validation failed.</summary>
    private static RazorComponentResult<ShareFaultPage> Failed(HttpContext context, string? error)
    {
        // The error is the app's own text; it is shown as text.
        var text = error is { Length: > 0 and < 4096 } && System.Buffers.Text.Base64Url.IsValid(error) ? System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(error)) : "";
        return Fault(context, ShareFault.BadRequest(text));
    }

    /// <param name="ask">Where another account may be able to do it.</param>
    private static RazorComponentResult<ShareFaultPage> Fault(HttpContext context, ShareFault fault, ShareAsk? ask = null) =>
        new(new { Words = LanguageChoice.Of(context), Fault = fault, Ask = ask }) { StatusCode = fault.Status };
}

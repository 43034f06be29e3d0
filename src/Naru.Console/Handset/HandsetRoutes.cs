using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Naru.Console.Access;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Console.Handset;

/// <summary>The simulated phones. Demo and test modes only.</summary>
internal static class HandsetRoutes
{
    /// <summary>Characters of a text that a phone writes: Korean carriers take 2,000 bytes.</summary>
    public const int MaxText = 1000;

    public static void MapHandset(this IEndpointRouteBuilder routes)
    {
        var handset = routes.MapGroup(HandsetAddress.Path)
            .AddEndpointFilter(Loopback.OnlyAsync)
            .AddEndpointFilter(PageGuard.FilterAsync)
            .AddEndpointFilter(SameOrigin.FilterAsync)
            .ExcludeFromDescription();
        handset.MapGet("", ShowAsync);
        handset.MapGet("/events", Watch);
        handset.MapPost("/press/{id:long}/{index:int}", PressAsync);
        handset.MapPost("/write", WriteAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, HandsetReader reader, CancellationToken cancellationToken)
    {
        var address = HandsetAddress.Read(context.Request.Query);
        var words = LanguageChoice.Of(context);
        if (reader.WorkspaceOf(address) is not { } workspace)
        {
            return Results.Text(words.Handset.NoWorkspace, "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        var view = await reader.ReadAsync(context, address, workspace, words, cancellationToken);
        if (address.To is null && view is { IsEmpty: false, Phones: [var latest, ..] })
        {
            // The newest phone gets an address of its own, so that the page does not jump to another phone at the next arrival.
            return Results.Redirect(address.Phone(latest.To).Url());
        }

        return new RazorComponentResult<HandsetPage>(new { View = view });
    }

    private static IResult Watch(
        HttpContext context, HandsetReader reader, IHandset handset, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        var address = HandsetAddress.Read(context.Request.Query);
        if (reader.WorkspaceOf(address) is not { } workspace)
        {
            return Results.NotFound();
        }

        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(
            HandsetEvents.StreamAsync(handset, workspace.Id, LanguageChoice.Of(context).Handset, clock.System, lifetime.ApplicationStopping, context.RequestAborted));
    }

    private static async Task<IResult> PressAsync(
        long id, int index, HttpContext context, HandsetReader reader, IHandset handset, CancellationToken cancellationToken)
    {
        var address = HandsetAddress.Read(context.Request.Query);
        if (reader.WorkspaceOf(address) is not { } workspace || !await handset.PressAsync(workspace.Id, id, index, cancellationToken))
        {
            return Results.NotFound();
        }

        return Results.Redirect((address with { Pressed = (id, index) }).Url() + $"#m{id}", permanent: false, preserveMethod: false);
    }

    /// <summary>An answer in a room of texts: to the number of the room.</summary>
    private static async Task<IResult> WriteAsync(HttpContext context, HandsetReader reader, IHandset handset, CancellationToken cancellationToken)
    {
        var address = HandsetAddress.Read(context.Request.Query);
        var text = (await context.Request.ReadFormAsync(cancellationToken))["text"].ToString().Trim();
        if (reader.WorkspaceOf(address) is not { } workspace || address is not { To: { } from, RoomKey: { IsSms: true } room })
        {
            return Results.NotFound();
        }

        if (text.Length is > 0 and <= MaxText && !await handset.WriteAsync(workspace.Id, from, room.Sender, text, cancellationToken))
        {
            return Results.NotFound();
        }

        return Results.Redirect((address with { Before = null, Pressed = null }).Url(), permanent: false, preserveMethod: false);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Text;
using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Apps;

/// <summary>The channels of an app: which sender each stands for, and in what order they are tried.</summary>
internal static class AppChannelRoutes
{
    /// <summary>The channels that an app can have, as the Sinch door takes them.</summary>
    public static readonly Channel[] Possible = [Channel.AlimTalk, Channel.ConsultationTalk];

    public static void MapAppChannels(this IEndpointRouteBuilder app)
    {
        var channel = app.MapGroup("/channels/{channel}");
        channel.MapGet("", Pick);
        channel.MapPost("", SetUpAsync);
        channel.MapPost("/remove", RemoveAsync);
        channel.MapPost("/earlier", EarlierAsync);
    }

    private static IResult Pick(string app, string channel, string? q, HttpContext context, WorkspaceDirectory directory)
    {
        var visitor = Visitor.Of(context);
        return Find(visitor, directory, app, channel) is { } found ? SetUpPage(visitor, directory, found.App, found.Channel, q) : Answers.NotFound(visitor);
    }

    /// <summary>An app and a channel that it can have, by the names in the address.</summary>
    private static (App App, Channel Channel)? Find(Visitor visitor, WorkspaceDirectory directory, string app, string channel)
    {
        var named = Array.FindIndex(Possible, possible => AppTerms.WireName(possible).Equals(channel, StringComparison.Ordinal));
        return named >= 0 && directory.FindApp(visitor.Workspace.Id, app) is { } found ? (found, Possible[named]) : null;
    }

    private static RazorComponentResult<ChannelSetUpPage> SetUpPage(
        Visitor visitor, WorkspaceDirectory directory, App app, Channel channel, string? query, string? fault = null)
    {
        var all = directory.SendersOf(visitor.Workspace.Id);
        var wanted = query?.Trim() ?? "";
        return new RazorComponentResult<ChannelSetUpPage>(new
        {
            Visitor = visitor,
            App = app,
            Channel = channel,
            Current = app.ChannelFor(channel) is { } now ? directory.SenderOf(app.Workspace, now)?.Key : null,
            Senders = all.Where(sender => Matches(sender, wanted)).OrderBy(sender => sender.State != SenderState.Active).ToArray(),
            Total = all.Count,
            Query = wanted,
            Fault = fault,
        })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static bool Matches(Sender sender, string wanted) =>
        sender.ChannelName.Contains(wanted, StringComparison.OrdinalIgnoreCase) || sender.DisplayName.Contains(wanted, StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> SetUpAsync(
        string app, string channel, HttpContext context, WorkspaceDirectory directory, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (Find(visitor, directory, app, channel) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var key = (await context.Request.ReadFormAsync(cancellationToken))["sender"].ToString();
        if (directory.FindSender(key) is not { } sender || sender.Workspace != visitor.Workspace.Id)
        {
            var words = visitor.Words.Apps;
            return SetUpPage(visitor, directory, found.App, found.Channel, null, key.Length == 0 ? words.PickOne : words.SenderGone);
        }

        return await ChangeAsync(visitor, found.App, now => now with { Channels = With(now.Channels, found.Channel, sender) }, "channel", directory, log, cancellationToken);
    }

    /// <summary>A channel that was there keeps its place, and what else it says.</summary>
    private static AppChannel[] With(IReadOnlyList<AppChannel> channels, Channel channel, Sender sender)
    {
        var key = channel == Channel.ConsultationTalk ? "" : sender.Key;
        return channels.Any(c => c.Channel == channel)
            ? [.. channels.Select(c => c.Channel == channel ? c with { ChannelName = sender.ChannelName, SenderKey = key } : c)]
            : [.. channels, new AppChannel(channel, sender.ChannelName, key)];
    }

    private static async Task<IResult> RemoveAsync(
        string app, string channel, HttpContext context, WorkspaceDirectory directory, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return Find(visitor, directory, app, channel) is { } found
            ? await ChangeAsync(
                visitor, found.App, now => now with { Channels = [.. now.Channels.Where(c => c.Channel != found.Channel)] }, "channel-removed", directory, log, cancellationToken)
            : Answers.NotFound(visitor);
    }

    private static async Task<IResult> EarlierAsync(
        string app, string channel, HttpContext context, WorkspaceDirectory directory, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return Find(visitor, directory, app, channel) is { } found
            ? await ChangeAsync(visitor, found.App, now => now with { Channels = Earlier(now.Channels, found.Channel) }, "order", directory, log, cancellationToken)
            : Answers.NotFound(visitor);
    }

    private static AppChannel[] Earlier(IReadOnlyList<AppChannel> channels, Channel channel)
    {
        var moved = channels.ToArray();
        var at = Array.FindIndex(moved, c => c.Channel == channel);
        if (at > 0)
        {
            (moved[at - 1], moved[at]) = (moved[at], moved[at - 1]);
        }

        return moved;
    }

    private static async Task<IResult> ChangeAsync(
        Visitor visitor, App app, Func<App, App> change, string done, WorkspaceDirectory directory, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        if (await directory.ChangeAppAsync(app.Workspace, app.PublicId, change, cancellationToken) is null)
        {
            return Answers.NotFound(visitor);
        }

        AppRoutes.LogChanged(log, visitor.Credential.Id, "changed the channels of", app.PublicId);
        return Results.LocalRedirect(AppRoutes.PathOf(visitor, app, "?done=" + done));
    }
}

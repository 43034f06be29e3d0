using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Core.Messages;
using Naru.Engine;
using Naru.Engine.Ports;

namespace Naru.Console.Pages.Messages;

/// <summary>Messages: search, list, and one with its proof.</summary>
internal static partial class MessageRoutes
{
    public static void MapMessages(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/messages", ListAsync);
        workspace.MapGet("/message", ShowAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IGateway gateway, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var search = MessageSearch.Read(context.Request.Query, visitor.Zone);
        if (search.Id is { } id && await gateway.FindAsync(visitor.Workspace.Id, id, cancellationToken) is { } named)
        {
            return Results.LocalRedirect(MessageLinks.Detail(visitor, gateway.PublicId(named)));
        }

        var (messages, lag) = await FindAsync(gateway, visitor, search, cancellationToken);
        return new RazorComponentResult<MessageListPage>(new
        {
            Visitor = visitor,
            Search = search,
            Messages = messages.Take(MessageSearch.PageSize).Select(message => (gateway.PublicId(message), message)).ToArray(),
            HasMore = messages.Count > MessageSearch.PageSize,
            LagRows = lag,
            Counts = await gateway.Store.CountAsync(visitor.Workspace.Id, cancellationToken),
        });
    }

    private static async ValueTask<(IReadOnlyList<Message> Messages, long LagRows)> FindAsync(
        IGateway gateway, Visitor visitor, MessageSearch search, CancellationToken cancellationToken)
    {
        if (search.Id is not null)
        {
            return ([], 0);
        }

        if (search.Text is { } text)
        {
            var found = await gateway.Store.SearchTextAsync(
                new TextQuery { Workspace = visitor.Workspace.Id, Text = text, BeforeSequence = search.Before, Limit = MessageSearch.PageSize + 1 },
                cancellationToken);
            return (found.Messages, found.LagRows);
        }

        var bulks = search.Bulk is { } bulk ? await gateway.FindBulksAsync(visitor.Workspace.Id, bulk, cancellationToken) : null;
        return (await gateway.Store.ListAsync(search.Query(visitor.Workspace.Id, bulks), cancellationToken), 0);
    }

    private static async Task<IResult> ShowAsync(
        string? id, string? number, HttpContext context, MessageReader reader, ILogger<MessageReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (id is null || await reader.ReadAsync(visitor, id, cancellationToken) is not { } detail)
        {
            return Answers.NotFound(visitor);
        }

        var reveals = number == "shown";
        if (reveals)
        {
            // Who looked at a number is kept; the number is not.
            LogRevealed(log, visitor.Credential.Id, detail.Message.Key.Sequence);
        }

        return new RazorComponentResult<MessagePage>(new { Visitor = visitor, Detail = detail, RevealsNumber = reveals });
    }

    [LoggerMessage(3110, LogLevel.Information, "Operator credential {Credential} looked at the number of message {Sequence}")]
    private static partial void LogRevealed(ILogger logger, long credential, long sequence);
}

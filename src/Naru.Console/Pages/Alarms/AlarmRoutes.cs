using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Live;
using Naru.Console.Pages.Parts;
using Naru.Console.Pages.Webhooks;
using Naru.Core.Alarms;
using Naru.Engine.Alarms;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;

namespace Naru.Console.Pages.Alarms;

/// <summary>What somebody should look at: seen, acknowledged, and where a workspace's own are told.</summary>
internal static partial class AlarmRoutes
{
    public static void MapAlarms(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/alarms", (long? before, string? done, HttpContext context, AlarmReader reader, WorkspaceDirectory directory, GatewayClock clock) =>
            Page(Visitor.Of(context), reader, directory, clock, before, done));
        workspace.MapGet("/alarms/events", (HttpContext context, AlarmReader reader, GatewayClock clock, IHostApplicationLifetime lifetime) =>
            Watch(context, reader, clock, lifetime, reader.Mark));
        workspace.MapGet("/alarms/waiting", (HttpContext context, AlarmReader reader, GatewayClock clock, IHostApplicationLifetime lifetime) =>
            Watch(context, reader, clock, lifetime, visitor => reader.Waiting(visitor).ToString(CultureInfo.InvariantCulture)));
        workspace.MapPost("/alarms/{alarm:long}/acknowledge", AcknowledgeAsync);
        workspace.MapPost("/alarms/webhook", SaveWebhookAsync);
    }

    private static RazorComponentResult<AlarmListPage> Page(
        Visitor visitor, AlarmReader reader, WorkspaceDirectory directory, GatewayClock clock, long? before = null, string? done = null, string? fault = null, FormFaults? faults = null,
        string? url = null)
    {
        var endpoint = directory.AlarmEndpointOf(visitor.Workspace.Id);
        return new(new
        {
            Visitor = visitor,
            Open = reader.Open(visitor),
            Cleared = reader.Cleared(visitor, before),
            Endpoint = endpoint,
            Url = url ?? endpoint?.Url,
            Faults = faults,
            clock.Now,
            Fault = fault,
            Notice = done switch
            {
                "acknowledged" => visitor.Words.Alarms.AcknowledgedDone,
                "saved" => visitor.Words.Alarms.SavedDone,
                _ => null,
            },
        })
        {
            StatusCode = fault is not null ? StatusCodes.Status503ServiceUnavailable : faults is not null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }

    private static ServerSentEventsResult<string> Watch(HttpContext context, AlarmReader reader, GatewayClock clock, IHostApplicationLifetime lifetime, Func<Visitor, string> mark)
    {
        var visitor = Visitor.Of(context);
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(DirectoryEvents.StreamAsync(
            wake => reader.Changed += wake, wake => reader.Changed -= wake, clock, () => mark(visitor), lifetime.ApplicationStopping, context.RequestAborted));
    }

    private static async Task<IResult> AcknowledgeAsync(
        long alarm, HttpContext context, AlarmReader reader, IAlarms alarms, WorkspaceDirectory directory, GatewayClock clock, ILogger<AlarmReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (reader.Find(visitor, alarm) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        if (!await alarms.TakeAsync([new AlarmStep.Acknowledge(alarm, visitor.Credential.Name)], cancellationToken))
        {
            return Page(visitor, reader, directory, clock, fault: visitor.Words.Alarms.NotTaken);
        }

        LogAcknowledged(log, visitor.Credential.Id, found.Key.Kind, alarm);
        return Results.LocalRedirect(visitor.Path("alarms") + "?done=acknowledged");
    }

    private static async Task<IResult> SaveWebhookAsync(
        HttpContext context, AlarmReader reader, WorkspaceDirectory directory, WebhookTargetPolicy targets, GatewayClock clock, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (url, secret, faults) = (form["url"].ToString().Trim(), form["secret"].ToString().Trim(), new FormFaults());
        if (url.Length > 0 && ReportSettings.UrlFault(url, targets, visitor.Words.Webhooks) is { } fault)
        {
            faults.Add("url", fault);
        }

        var needsSecret = url.Length > 0 && directory.AlarmEndpointOf(visitor.Workspace.Id)?.Subscription?.Secret is null;
        if ((secret.Length > 0 || needsSecret) && !AlarmSignature.IsUsable(secret))
        {
            faults.Add("secret", visitor.Words.Alarms.BadSecret(AlarmSignature.ShortestSecret, AlarmSignature.LongestSecret));
        }

        if (faults.Count > 0)
        {
            return Page(visitor, reader, directory, clock, faults: faults, url: url);
        }

        return await directory.SaveAlarmEndpointAsync(visitor.Workspace.Id, url.Length == 0 ? null : url, secret.Length == 0 ? null : secret, cancellationToken)
            ? Results.LocalRedirect(visitor.Path("alarms") + "?done=saved")
            : Answers.NotFound(visitor);
    }

    [LoggerMessage(3195, LogLevel.Information, "Operator credential {Operator} acknowledged {Kind}, alarm {Alarm}")]
    private static partial void LogAcknowledged(ILogger logger, long @operator, AlarmKind kind, long alarm);
}

using Microsoft.AspNetCore.Http;
using Naru.Console.Access;
using Naru.Console.Text;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;

namespace Naru.Console.Pages.Webhooks;

/// <summary>Where a workspace's reports go when a message does not say it.</summary>
internal static class ReportSettings
{
    public const int MaxUrl = 2000;

    public static readonly string[] ContentTypes = ["application/json", "application/xml"];

    public static async Task<IResult> SaveAsync(
        HttpContext context, WorkspaceDirectory directory, WebhookTargetPolicy targets, GatewayClock clock, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var url = form["url"].ToString().Trim();
        var settings = visitor.Workspace.Settings with { ReportUrl = url.Length == 0 ? null : url, ReportContentType = form["content-type"].ToString() };
        if (Fault(settings, targets, visitor.Words.Webhooks) is { } fault)
        {
            return WebhookListPage.Render(visitor, directory, clock, settings, null, fault);
        }

        await directory.ChangeSettingsAsync(
            visitor.Workspace.Id, now => now with { ReportUrl = settings.ReportUrl, ReportContentType = settings.ReportContentType }, cancellationToken);
        return Results.LocalRedirect(visitor.Path("webhooks") + "?done=saved");
    }

    private static string? Fault(WorkspaceSettings settings, WebhookTargetPolicy targets, WebhookWords words) =>
        ContentTypes.Contains(settings.ReportContentType, StringComparer.Ordinal) ? UrlFault(settings.ReportUrl, targets, words) : words.BadContentType;

    /// <summary>Why nothing can be pushed to this address; null where it can, or there is none.</summary>
    public static string? UrlFault(string? url, WebhookTargetPolicy targets, WebhookWords words)
    {
        if (url is null)
        {
            return null;
        }

        if (url.Length > MaxUrl)
        {
            return words.TooLong(MaxUrl);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            return words.NotAUrl;
        }

        return targets.IsRefused(uri, out var reason) ? words.Refused(reason) : null;
    }
}

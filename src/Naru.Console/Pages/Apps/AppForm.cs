using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Workspaces;

namespace Naru.Console.Pages.Apps;

/// <summary>What an app is set to, as the form holds it: after a fault, what was sent.</summary>
public sealed record AppForm(
    string Name,
    string Mode,
    bool ReportsMetadata,
    string Retention,
    string RetentionDays,
    string DispatchDays,
    string RetryFor,
    string Outbound,
    string Inbound,
    string WebhookRate,
    string MaxQueued)
{
    public static AppForm Of(App app) => new(
        app.DisplayName, app.Mode.ToString(), app.ReportsMetadata, app.Retention.Kind.ToString(), Text(app.Retention.Days), Text(app.DispatchDays),
        Text((int?)app.RetryFor?.TotalSeconds), Text(app.Limits.OutboundPerSecond), Text(app.Limits.InboundPerSecond), Text(app.Limits.WebhooksPerSecond),
        Text(app.Limits.MaxQueued));

    public static AppForm Read(IFormCollection form)
    {
        return new AppForm(
            Field("name"), Field("mode"), Field("metadata") == "on", Field("retention"), Field("retention-days"), Field("dispatch-days"), Field("retry-for"),
            Field("outbound"), Field("inbound"), Field("webhook-rate"), Field("max-queued"));

        string Field(string name) => form[name].ToString().Trim();
    }

    public static void CheckName(string name, AppWords words, FormFaults faults)
    {
        if (name.Length is 0 or > AppBounds.MaxDisplayName)
        {
            faults.Add("name", words.NameNeeded(AppBounds.MaxDisplayName));
        }
    }

    /// <summary>What the form makes of an app, read in the order of the page. It means something only where no fault was noted.</summary>
    public Func<App, App> Change(AppWords words, FormFaults faults)
    {
        CheckName(Name, words, faults);
        var mode = faults.Choice<ProcessingMode>("mode", Mode, words.NotAChoice);
        var kind = faults.Choice<RetentionKind>("retention", Retention, words.NotAChoice);

        // Without an age limit the days mean nothing: whatever stands there, the form is good, and the days stay as they were.
        int? days = kind == RetentionKind.Persist
            ? null
            : faults.Number("retention-days", RetentionDays, AppBounds.MinRetentionDays, AppBounds.MaxRetentionDays, words.WholeNumber);
        var dispatchDays = faults.Number("dispatch-days", DispatchDays, AppBounds.MinDispatchDays, AppBounds.MaxDispatchDays, words.WholeNumber);
        var retry = faults.NumberOrNone("retry-for", RetryFor, AppBounds.MinRetrySeconds, AppBounds.MaxRetrySeconds, words.WholeNumberOrEmpty);
        var limits = new AppLimits(
            OutboundPerSecond: Limit("outbound", Outbound, AppBounds.MaxPerSecond),
            InboundPerSecond: Limit("inbound", Inbound, AppBounds.MaxPerSecond),
            WebhooksPerSecond: Limit("webhook-rate", WebhookRate, AppBounds.MaxPerSecond),
            MaxQueued: Limit("max-queued", MaxQueued, AppBounds.MaxQueued));
        return app => app with
        {
            DisplayName = Name,
            Mode = mode,
            ReportsMetadata = ReportsMetadata,
            Retention = new AppRetention(kind, days ?? app.Retention.Days),
            DispatchDays = dispatchDays,
            RetryFor = retry is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Limits = limits,
        };

        int? Limit(string field, string text, int most) => faults.NumberOrNone(field, text, 1, most, words.WholeNumberOrEmpty);
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

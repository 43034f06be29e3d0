using Naru.Core.Workspaces;
using Naru.Dialects.Sinch.Requests;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>What a POST or PATCH says of an app. Null = not said.</summary>
internal sealed class AppRequest
{
    /// <summary>How long the next channel is held back where fallback by missing reports is switched on and no time is said: the longest (ours).</summary>
    private const int LongestFallbackWait = 259_200;

    /// <summary>The members that the body has, be it as <c>null</c>.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of them that are objects and <c>null</c>.</summary>
    public HashSet<string> Nulls { get; } = new(StringComparer.Ordinal);

    public string? DisplayName { get; set; }

    public IReadOnlyList<AppChannel>? Channels { get; set; }

    public bool? ReportsMetadata { get; set; }

    public RetentionKind? RetentionKind { get; set; }

    public int? RetentionDays { get; set; }

    public int? DispatchDays { get; set; }

    public ProcessingMode? Mode { get; set; }

    public string? CallbackSecret { get; set; }

    public bool Retries { get; set; }

    /// <summary>Seconds.</summary>
    public int? RetryDuration { get; set; }

    public bool? Fallback { get; set; }

    /// <summary>Seconds.</summary>
    public int? FallbackWait { get; set; }

    /// <summary>0 = unlimited.</summary>
    public int? InboundRate { get; set; }

    /// <summary>0 = unlimited.</summary>
    public int? OutboundRate { get; set; }

    /// <summary>0 = unlimited.</summary>
    public int? WebhookRate { get; set; }

    /// <summary>0 = unlimited.</summary>
    public int? MaxQueued { get; set; }

    public App Create(int id, string publicId, WorkspaceId workspace, DateTimeOffset now) => ApplyTo(
        new App(
            id, workspace, publicId, "", [], ProcessingMode.Dispatch, AppRetention.Default, DispatchDays: 0, ReportsMetadata: false, CallbackSecret: null,
            RetryFor: null, FallbackWait: null, AppLimits.None, now),
        UpdateMask.None);

    /// <summary>
    /// The app with what was said. A member that is <c>null</c>, or that the mask names and the body has not, goes back to its default;
    /// <c>display_name</c> and <c>channel_credentials</c>, which an app must have, stay. Of an object only the parts that were said change.
    /// </summary>
    public App ApplyTo(App app, UpdateMask mask)
    {
        bool Sets(string member) => mask.Sets(member, Members.Contains(member));
        bool Clears(string member) => Sets(member) && (!Members.Contains(member) || Nulls.Contains(member));

        if (Sets(AppMembers.DisplayName))
        {
            app = app with { DisplayName = DisplayName ?? app.DisplayName };
        }

        if (Sets(AppMembers.Credentials))
        {
            app = app with { Channels = Channels ?? app.Channels };
        }

        if (Sets(AppMembers.MetadataView))
        {
            app = app with { ReportsMetadata = ReportsMetadata ?? false };
        }

        if (Sets(AppMembers.Mode))
        {
            app = app with { Mode = Mode ?? ProcessingMode.Dispatch };
        }

        if (Sets(AppMembers.Retention))
        {
            var now = Clears(AppMembers.Retention) ? AppRetention.Default : app.Retention;
            app = app with { Retention = new AppRetention(RetentionKind ?? now.Kind, RetentionDays ?? now.Days) };
        }

        if (Sets(AppMembers.DispatchRetention))
        {
            app = app with { DispatchDays = DispatchDays ?? (Clears(AppMembers.DispatchRetention) ? 0 : app.DispatchDays) };
        }

        if (Sets(AppMembers.Callbacks))
        {
            var secret = CallbackSecret ?? (Clears(AppMembers.Callbacks) ? "" : app.CallbackSecret);
            app = app with { CallbackSecret = string.IsNullOrEmpty(secret) ? null : secret };
        }

        if (Sets(AppMembers.Retry))
        {
            app = app with { RetryFor = Retries ? TimeSpan.FromSeconds(RetryDuration ?? 3600) : null };
        }

        if (Sets(AppMembers.Fallback))
        {
            app = app with { FallbackWait = WaitAfter(Clears(AppMembers.Fallback) ? null : app.FallbackWait) };
        }

        return app with { Limits = LimitsAfter(app.Limits, Sets, Clears) };
    }

    private TimeSpan? WaitAfter(TimeSpan? before) => Fallback ?? before is not null
        ? FallbackWait is { } seconds ? TimeSpan.FromSeconds(seconds) : before ?? TimeSpan.FromSeconds(LongestFallbackWait)
        : null;

    private AppLimits LimitsAfter(AppLimits limits, Func<string, bool> sets, Func<string, bool> clears)
    {
        if (sets(AppMembers.Rates))
        {
            var rates = clears(AppMembers.Rates) ? AppLimits.None : limits;
            limits = limits with
            {
                InboundPerSecond = Or(InboundRate, rates.InboundPerSecond),
                OutboundPerSecond = Or(OutboundRate, rates.OutboundPerSecond),
                WebhooksPerSecond = Or(WebhookRate, rates.WebhooksPerSecond),
            };
        }

        return sets(AppMembers.Queue) ? limits with { MaxQueued = Or(MaxQueued, clears(AppMembers.Queue) ? null : limits.MaxQueued) } : limits;
    }

    private static int? Or(int? said, int? before) => said switch
    {
        null => before,
        0 => null,
        _ => said,
    };
}

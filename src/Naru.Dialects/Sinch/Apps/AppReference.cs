using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>The descriptions of the app operations (contracts/sinch.md §3.2).</summary>
internal static class AppReference
{
    private const string Shown = "The app, with the state of each channel as it is now.";
    private const string Extension = "`rate_limits` and `queue_stats.outbound_limit` can be set (0 = unlimited); at Sinch's they are only shown.";

    public static readonly Operation Create = SinchReference.DescribeWithBody("Make an app", Shown) with { Details = Extension };

    public static readonly Operation List = SinchReference.Describe("List the apps", "All apps of the project, oldest first.");

    public static readonly Operation Get = SinchReference.Describe("Look at an app", Shown);

    public static readonly Operation Update = SinchReference.DescribeWithBody("Change an app", Shown) with { Details = Extension, Parameters = [SinchReference.Mask] };

    public static readonly Operation Delete = SinchReference.Describe("Remove an app", "Removed, with its webhooks. Its messages stay.");
}

using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.Settings;

/// <summary>The descriptions of the settings operations (contracts/sinch.md §3.6).</summary>
internal static class SettingsReference
{
    private const string Shown = "The project's settings.";

    public static readonly Operation Get = SinchReference.Describe("Look at the project's settings", Shown);

    public static readonly Operation Create = SinchReference.DescribeWithBody("Set the project's settings", Shown);

    public static readonly Operation Update = SinchReference.DescribeWithBody("Change the project's settings", Shown) with { Parameters = [SinchReference.Mask] };

    public static readonly Operation Delete = SinchReference.Describe("Set the project's settings back", "They are what they were at first.");
}

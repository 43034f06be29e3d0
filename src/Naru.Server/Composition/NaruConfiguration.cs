namespace Naru.Server.Composition;

/// <summary>Where settings come from, the later over the earlier (docs/settings.md).</summary>
public static class NaruConfiguration
{
    /// <summary>For commands that run no gateway: <c>appsettings.json</c> beside the program, <c>naru.json</c> in the working directory, the environment.</summary>
    public static IConfigurationBuilder Of(IConfigurationBuilder builder) => AddNaru(builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false));

    /// <summary>Behind what the host has read by itself. The environment comes last, so that what is set for one start overrides the file.</summary>
    public static IConfigurationBuilder AddNaru(IConfigurationBuilder builder) => builder
        .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "naru.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables();
}

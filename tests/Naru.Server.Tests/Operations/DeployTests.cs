using System.Diagnostics;
using System.Text.RegularExpressions;
using Naru.Server.Operations.Health;
using Naru.Tests;

namespace Naru.Server.Tests.Operations;

/// <summary>The container and service files, as far as they can be held without a container engine.</summary>
public sealed class DeployTests
{
    private static readonly string[] s_dockerfile = File.ReadAllLines(Checkout.PathOf("deploy/Dockerfile"));

    [Fact]
    public void Every_path_that_the_Dockerfile_copies_exists() =>
        Copied().ShouldAllBe(path => File.Exists(Checkout.PathOf(path)) || Directory.Exists(Checkout.PathOf(path)));

    [Fact]
    public void Every_path_that_the_Dockerfile_copies_is_sent_to_the_build()
    {
        var sent = File.ReadAllLines(Checkout.PathOf("deploy/Dockerfile.dockerignore"))
            .Where(line => line.StartsWith('!'))
            .Select(line => line[1..])
            .ToList();

        Copied().ShouldAllBe(path => sent.Any(s => path == s || path.StartsWith(s + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_Dockerfile_restores_every_room_of_the_house()
    {
        var projects = Directory.EnumerateFiles(Checkout.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'));

        projects.ShouldAllBe(project => Copied().Contains(project));
    }

    [Fact]
    public void Every_file_of_the_checkout_that_the_projects_name_is_copied()
    {
        // Props and analyzer lists above src/: a build without them would be another build.
        string[] named = ["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "src/Directory.Build.props", "eng/BannedSymbols.txt"];

        named.ShouldAllBe(file => Copied().Contains(file));
        File.ReadAllText(Checkout.PathOf("src/Directory.Build.props")).ShouldContain("../eng/BannedSymbols.txt");
    }

    [Fact]
    public void The_container_runs_without_privileges_keeps_its_data_in_a_volume_and_knows_when_it_is_ready()
    {
        s_dockerfile.ShouldContain("USER $APP_UID");
        s_dockerfile.ShouldContain("VOLUME /data");
        s_dockerfile.ShouldContain("EXPOSE 8080");
        s_dockerfile.ShouldContain(line => line.Contains("Naru__DataDirectory=/data", StringComparison.Ordinal));
        s_dockerfile.ShouldContain(line => line.StartsWith("HEALTHCHECK", StringComparison.Ordinal) && line.EndsWith("[\"naru-ready\"]", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_ends_the_process_waits_longer_than_it_needs()
    {
        // The host's own limit is 30 s (HostOptions.ShutdownTimeout).
        Seconds("deploy/compose.yaml", @"stop_grace_period: (\d+)s").ShouldBeGreaterThan(30);
        Seconds("deploy/naru.service", @"TimeoutStopSec=(\d+)").ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task The_health_check_of_the_container_agrees_with_readyz()
    {
        var check = new SettableCheck();
        await using var host = await OperationsHost.StartAsync(check);

        (await AskAsync(host.Client.BaseAddress!.Port)).ShouldBe((0, ""));
        check.Reason = GatewayReadiness.StoreFailed;
        var (code, said) = await AskAsync(host.Client.BaseAddress!.Port);
        code.ShouldBe(1);
        said.ShouldContain(GatewayReadiness.StoreFailed);
    }

    [Fact]
    public async Task The_health_check_of_the_container_fails_where_nothing_listens()
    {
        int port;
        await using (var host = await OperationsHost.StartAsync())
        {
            port = host.Client.BaseAddress!.Port;
        }

        var (code, said) = await AskAsync(port);

        code.ShouldBe(1);
        said.ShouldContain("nothing listens");
    }

    private static async Task<(int Code, string Said)> AskAsync(int port)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Checkout.PathOf("deploy/ready.sh"), port.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }

    private static int Seconds(string file, string pattern) =>
        int.Parse(Regex.Match(File.ReadAllText(Checkout.PathOf(file)), pattern).Groups[1].Value);

    /// <summary>The sources of COPY, those from another stage left out.</summary>
    private static List<string> Copied() =>
    [
        .. s_dockerfile
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1])
            .Where(word => !word.StartsWith("--", StringComparison.Ordinal))
            .Select(path => path.TrimEnd('/')),
    ];
}

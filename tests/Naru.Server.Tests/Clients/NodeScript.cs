using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Tests;

namespace Naru.Server.Tests.Clients;

/// <summary>
/// A script of tests/clients, where the vendors' own packages are. It reads its input from the standard input and writes one JSON document to
/// the standard output.
/// </summary>
internal static class NodeScript
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static Task<JsonNode> RunAsync(string script, object input) => RunAsync(script, JsonSerializer.Serialize(input, JsonSerializerOptions.Web));

    /// <summary>Runs a program that stands in no file: of a page, or of a test.</summary>
    public static Task<JsonNode> RunTextAsync(string program) => RunAsync("-", program);

    private static async Task<JsonNode> RunAsync(string script, string input)
    {
        var folder = Checkout.PathOf("tests/clients");
        Directory.Exists(Path.Combine(folder, "node_modules")).ShouldBeTrue("the vendors' clients are not installed: run eng/test.sh, or npm ci in tests/clients");
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(script);
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        try
        {
            await node.WaitForExitAsync().WaitAsync(s_patience);
        }
        finally
        {
            if (!node.HasExited)
                node.Kill();
        }

        node.ExitCode.ShouldBe(0, $"{script}: {await error}");
        return JsonNode.Parse(await output)!;
    }
}

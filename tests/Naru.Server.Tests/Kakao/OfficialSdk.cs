using System.Diagnostics;
using System.Text.RegularExpressions;
using Naru.Tests;

namespace Naru.Server.Tests.Kakao;

/// <summary>
/// Kakao's own JavaScript SDK with its hosts replaced by the command of <c>docs/kakao-developers.md</c>. Of the 1.x line npm has a copy, inside another package; of 2.x
/// none does, so whoever has a file names it in <c>NARU_TEST_KAKAO_SDK</c>, and the same tests run with it instead.
/// </summary>
internal static partial class OfficialSdk
{
    private const string Packaged = "tests/clients/node_modules/capacitor3-kakao-login/dist/esm/assets/kakao.js";

    public static async Task<string> LocalAsync(Uri gateway)
    {
        var command = Command().Match(await File.ReadAllTextAsync(Checkout.PathOf("docs/kakao-developers.md")));
        command.Success.ShouldBeTrue("docs/kakao-developers.md has the command");
        var folder = Directory.CreateTempSubdirectory("naru-sdk-");
        try
        {
            var original = Environment.GetEnvironmentVariable("NARU_TEST_KAKAO_SDK") is { Length: > 0 } named ? named : Checkout.PathOf(Packaged);
            File.Copy(original, Path.Combine(folder.FullName, "kakao.min.js"));
            var start = new ProcessStartInfo("sh") { WorkingDirectory = folder.FullName, UseShellExecute = false };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(command.Groups["command"].Value.Replace("http://127.0.0.1:8080", gateway.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal));
            using var shell = Process.Start(start)!;
            await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            shell.ExitCode.ShouldBe(0);
            return await File.ReadAllTextAsync(Path.Combine(folder.FullName, "kakao.local.js"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("^    (?<command>sed -E '[^']+' kakao\\.min\\.js > kakao\\.local\\.js)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Command();
}

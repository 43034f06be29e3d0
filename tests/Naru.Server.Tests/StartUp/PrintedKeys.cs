using System.Text.RegularExpressions;

namespace Naru.Server.Tests.StartUp;

/// <summary>What <c>init</c> printed, read as a person reads it.</summary>
internal static partial class PrintedKeys
{
    public static string ApiKey(string text)
    {
        var match = ApiKeyLine().Match(text);
        match.Success.ShouldBeTrue(text);
        return match.Groups["secret"].Value;
    }

    /// <summary>Of the first operator.</summary>
    public static string ConsolePassword(string text)
    {
        var match = ConsoleLine().Match(text);
        match.Success.ShouldBeTrue(text);
        return match.Groups["secret"].Value;
    }

    [GeneratedRegex(@"Console sign-in\n    name    operator\n    secret  (?<secret>[0-9a-f]{64})$", RegexOptions.Multiline)]
    private static partial Regex ConsoleLine();

    [GeneratedRegex(@"Authorization: App.*\n    name .*\n    secret  (?<secret>[0-9a-f]{64})$", RegexOptions.Multiline)]
    private static partial Regex ApiKeyLine();
}

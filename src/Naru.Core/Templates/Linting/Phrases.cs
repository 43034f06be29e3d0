using System.Text.RegularExpressions;

namespace Naru.Core.Templates.Linting;

/// <summary>Regular expressions over text that strangers write: without backtracking, so that none can make the linter slow.</summary>
internal static class Phrases
{
    public static Regex Regex(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}

namespace Naru.Core.Templates.Linting;

internal static class HttpLinks
{
    public static bool IsOne(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}

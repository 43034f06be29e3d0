namespace Naru.Console.Kakao;

/// <summary>A login button in the colours that people know it by; Kakao's own picture stays Kakao's.</summary>
internal static class LoginButtonImage
{
    private const int Height = 49;

    /// <param name="width">Pixels.</param>
    public static string Svg(string text, int width, bool pressed) =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{Height}" viewBox="0 0 {width} {Height}" role="img" aria-label="{text}"><rect width="{width}" height="{Height}" rx="6" fill="{(pressed ? "#e6cf00" : "#fee500")}"/><path d="M28 15c-6 0-11 3.800-11 8.500 0 3 2 5.700 5.100 7.200l-1 3.900c-.1.400.3.700.6.500l4.600-3c.6.100 1.100.100 1.700.100 6 0 11-3.800 11-8.600S34 15 28 15Z" fill="#191600"/><text x="{(width + 28) / 2}" y="30" font-family="sans-serif" font-size="15" font-weight="700" fill="#191600" text-anchor="middle">{text}</text></svg>
        """;
}

namespace Naru.Dialects.Kakao.Outside;

/// <summary>Which headers go along. Left out are those of one connection, those that tell of the caller's way here, and those that belong to a site.</summary>
internal static class PassedHeaders
{
    private static readonly HashSet<string> s_connection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Content-Length", "Expect",
    };

    /// <summary>Answers are asked for plain: their codes are read here, and the bytes are the same.</summary>
    private static readonly HashSet<string> s_callers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Cookie", "Forwarded", "Via", "X-Real-IP", "Accept-Encoding", "traceparent", "tracestate", "baggage", "Content-Type",
    };

    private static readonly HashSet<string> s_sites = new(StringComparer.OrdinalIgnoreCase) { "Set-Cookie", "Alt-Svc", "Strict-Transport-Security", "Date", "Server" };

    public static bool GoOut(string name) =>
        !s_connection.Contains(name) && !s_callers.Contains(name) && !name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) && !name.StartsWith(':');

    /// <summary>What browsers may read is said by the door that they called (<see cref="KakaoCors"/>).</summary>
    public static bool ComeBack(string name) =>
        !s_connection.Contains(name) && !s_sites.Contains(name) && !name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase);
}

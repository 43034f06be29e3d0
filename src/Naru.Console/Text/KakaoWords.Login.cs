namespace Naru.Console.Text;

/// <summary>What the developers of an app can do about a login or a share that Kakao refuses.</summary>
public abstract partial class KakaoWords
{
    public abstract string ForDevelopers { get; }

    /// <summary>Null where the description says it all.</summary>
    /// <param name="code">Such as <c>KOE006</c>.</param>
    public abstract string? LoginHint(string code);

    /// <summary>Why a share is refused, and what can be done about it; null where the message says it all.</summary>
    /// <param name="code">Such as 4019.</param>
    public abstract string? ShareHint(int code);

    /// <summary>Before the value that the request brought.</summary>
    public abstract string Asked { get; }

    public abstract string ToConsole { get; }
}

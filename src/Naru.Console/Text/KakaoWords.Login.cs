namespace Naru.Console.Text;

/// <summary>What the developers of an app can do about a login that Kakao refuses.</summary>
public abstract partial class KakaoWords
{
    public abstract string ForDevelopers { get; }

    /// <summary>Null where the description says it all.</summary>
    /// <param name="code">Such as <c>KOE006</c>.</param>
    public abstract string? LoginHint(string code);

    /// <summary>Before the value that the request brought.</summary>
    public abstract string Asked { get; }

    public abstract string ToConsole { get; }
}

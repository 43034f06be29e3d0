namespace Naru.Console.Text;

/// <summary>Links that were left out.</summary>
public abstract partial class KakaoWords
{
    public abstract string LeftOut { get; }

    public abstract string LeftOutHelp { get; }

    public abstract string NothingLeftOut { get; }

    public abstract string LeftOutDomain { get; }

    public abstract string LeftOutPlace { get; }

    public abstract string LeftOutCount { get; }

    public abstract string LeftOutLast { get; }
}

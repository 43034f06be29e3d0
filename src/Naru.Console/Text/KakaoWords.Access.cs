namespace Naru.Console.Text;

/// <summary>Who may call, from where Naru goes out, and what it remembers of pages.</summary>
public abstract partial class KakaoWords
{
    public abstract string AccessLists { get; }

    public abstract string Callers { get; }

    public abstract string OutboundAddresses { get; }

    public abstract string OutboundHelp { get; }

    public abstract string OutboundOwn { get; }

    public abstract string ScrapedPages { get; }

    public abstract string ScrapedHelp { get; }

    public abstract string NoScrapedPages { get; }

    public abstract string PageTitle { get; }

    public abstract string RememberedUntil { get; }

    public abstract string ClearPage { get; }

    public abstract string ClearAllPages { get; }

    /// <summary>0: everybody.</summary>
    public abstract string SoManyCallers(int count);
}

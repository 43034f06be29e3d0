namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string AccessLists => "Access lists";

    public override string Callers => "Who may call with this app’s keys and tokens";

    public override string OutboundAddresses => "Addresses from which Naru goes out";

    public override string OutboundHelp => "Pages are scraped, pictures fetched and share callbacks sent from these. Let them in at your firewall.";

    public override string OutboundOwn => "These are this machine’s own. Behind a router the outside sees another: write that into Naru:Kakao:OutboundAddresses.";

    public override string ScrapedPages => "Scraped pages";

    public override string ScrapedHelp => "Until its time a page is not read again. Where it changed, clear it.";

    public override string NoScrapedPages => "No page is remembered.";

    public override string PageTitle => "Title and address";

    public override string RememberedUntil => "Until";

    public override string ClearPage => "Clear";

    public override string ClearAllPages => "Clear all";

    public override string SoManyCallers(int count) => count == 0 ? "everybody may call" : count == 1 ? "one address may call" : $"{count} addresses may call";
}

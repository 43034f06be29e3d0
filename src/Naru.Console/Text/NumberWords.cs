namespace Naru.Console.Text;

/// <summary>The pages of sender numbers and of the texts that come in on them.</summary>
public abstract class NumberWords
{
    public abstract string Title { get; }

    public abstract string Help { get; }

    public abstract string None { get; }

    public abstract string Number { get; }

    public abstract string Added { get; }

    /// <summary>Marks the one that stands in where a message names none.</summary>
    public abstract string IsFirst { get; }

    public abstract string New { get; }

    public abstract string Add { get; }

    public abstract string Remove { get; }

    public abstract string RemoveAsk { get; }

    public abstract string AddedDone { get; }

    public abstract string RemovedDone { get; }

    public abstract string NoNumber { get; }

    public abstract string Known { get; }

    public abstract string OfAnother { get; }

    public abstract string TooMany { get; }

    public abstract string Texts { get; }

    public abstract string TextsHelp { get; }

    public abstract string NoTexts { get; }

    public abstract string ReceivedAt { get; }

    public abstract string From { get; }

    public abstract string Text { get; }

    public abstract string Keyword { get; }

    public abstract string Standing { get; }

    public abstract string Waits { get; }

    public abstract string Told { get; }

    public abstract string Inbound { get; }

    public abstract string InboundHelp { get; }

    public abstract string InboundUrl { get; }

    public abstract string InboundKeywords { get; }

    public abstract string KeywordsHelp { get; }

    public abstract string SaveInbound { get; }

    public abstract string InboundSaved { get; }

    public abstract string KeywordsTooMany(int most, int length);
}

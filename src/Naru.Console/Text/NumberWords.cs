namespace Naru.Console.Text;

/// <summary>The page of sender numbers.</summary>
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
}

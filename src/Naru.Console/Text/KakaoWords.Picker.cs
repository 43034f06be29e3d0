namespace Naru.Console.Text;

/// <summary>The friend picker.</summary>
public abstract partial class KakaoWords
{
    public abstract string PickFriends { get; }

    public abstract string SearchFriends { get; }

    public abstract string PickOne { get; }

    public abstract string PickSoMany(int least, int most);

    /// <summary>{0} of {1}.</summary>
    public abstract string PickedSoMany { get; }

    public abstract string NoFriends { get; }

    public abstract string Myself { get; }

    public abstract string Favourite { get; }

    public abstract string Picked { get; }

    public abstract string PickedHelp { get; }

    public abstract string PickFailed { get; }
}

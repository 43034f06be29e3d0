using Naru.Core.Kakao.Picking;

namespace Naru.Console.Text;

/// <summary>The pickers of friends and rooms.</summary>
public abstract partial class KakaoWords
{
    public abstract string FriendsTab { get; }

    public abstract string ChatsTab { get; }

    public abstract string SearchFriends { get; }

    /// <summary>{0} of {1}.</summary>
    public abstract string PickedSoMany { get; }

    public abstract string PickedOnes { get; }

    /// <summary>{0} is who.</summary>
    public abstract string Unpick { get; }

    public abstract string NoFriends { get; }

    public abstract string NoChats { get; }

    public abstract string Myself { get; }

    public abstract string Favourite { get; }

    public abstract string Picked { get; }

    public abstract string PickedHelp { get; }

    public abstract string PickerBack { get; }

    public abstract string PickFailed { get; }

    public abstract string PickerTitle(PickerOptions options);

    public abstract string PickSoMany(PickerOptions options);

    public abstract string SoManyMembers(int members);

    /// <summary>Why somebody cannot be picked, in as few words as stand beside a name.</summary>
    public abstract string Reason(DisableReason reason);
}

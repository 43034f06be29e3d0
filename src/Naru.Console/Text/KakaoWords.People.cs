namespace Naru.Console.Text;

/// <summary>The simulated people of a workspace, and what each of them is told.</summary>
public abstract partial class KakaoWords
{
    public abstract string NoPeopleYet { get; }

    public abstract string PhoneNeeded { get; }

    public abstract string PhoneTaken(string owner);

    public abstract string VersionNeeded { get; }

    public abstract string NoSuchPerson { get; }

    public abstract string NoSuchPersonHelp { get; }

    /// <summary>To choose who logs in or shares once more.</summary>
    public abstract string OtherAccount { get; }

    public abstract string AtMostRooms(int most);

    public abstract string TooManyRooms(int most, int picked);

    /// <summary>{0} of at most {1}.</summary>
    public abstract string PickedRooms { get; }

    public abstract string LeaveAsk(string app);

    public abstract string RequiredMark { get; }
}

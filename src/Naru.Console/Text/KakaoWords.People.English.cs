namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string NoPeopleYet => "There are no people yet. Add simulated people, who log in and get messages.";

    public override string PhoneNeeded => "Write a phone number, such as 8210 0000 0107.";

    public override string PhoneTaken(string owner) => $"This is {owner}’s. Write another.";

    public override string VersionNeeded => "Write it like 25.8.0.";

    public override string NoSuchPerson => "There is no such person.";

    public override string NoSuchPersonHelp => "They are gone, or the address is wrong. Kakao apps in the console lists the people.";

    public override string OtherAccount => "Use another account";

    public override string AtMostRooms(int most) => $"at most {most}";

    public override string TooManyRooms(int most, int picked) => $"At most {most} at once: {picked} are picked.";

    public override string PickedRooms => "{0} picked (at most {1})";

    public override string LeaveAsk(string app) => $"You leave {app}. What you agreed to, and its tokens, are gone.";

    public override string RequiredMark => "required";
}

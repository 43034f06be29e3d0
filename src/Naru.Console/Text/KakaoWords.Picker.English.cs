namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string PickFriends => "Choose friends";

    public override string SearchFriends => "Search by name";

    public override string PickOne => "One friend";

    public override string PickSoMany(int least, int most) => least == most ? $"Choose {most} friends" : $"Choose {least} to {most} friends";

    public override string PickedSoMany => "{0} chosen of at most {1}";

    public override string NoFriends => "This app may see none of your friends.";

    public override string Myself => "Me";

    public override string Favourite => "Favourite";

    public override string Picked => "Done";

    public override string PickedHelp => "You can close this window.";

    public override string PickFailed => "No friends were chosen";
}

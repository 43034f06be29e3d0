namespace Naru.Console.Text;

internal sealed class ShellEnglish : ShellWords
{
    public override string Product => "Naru console";

    public override string SkipToContent => "Skip to the content";

    public override string Pages => "Pages";

    public override string Messages => "Messages";

    public override string Bulks => "Bulks";

    public override string Apps => "Apps";

    public override string Webhooks => "Webhooks";

    public override string Senders => "Senders";

    public override string Credentials => "Credentials";

    public override string Workspaces => "Workspaces";

    public override string Handset => "Handset";

    public override string SignIn => "Sign in";

    public override string SignOut => "Sign out";

    public override string Name => "Name";

    public override string Password => "Password";

    public override string SignInHelp => "Sign in with the name and secret of an operator credential.";

    public override string DemoSignIn(string who) => $"Demo sign-in: {who}";

    public override string WrongPassword => "The name or the password is wrong.";

    public override string TooManySignIns(int seconds) => $"Too many sign-in attempts. Try again in {seconds} seconds.";

    public override string DemoOffLoopback => "Demo credentials work on this computer only. To use them from another one, start with demo --allow-remote.";

    public override string FormIsStale => "This form has expired. Go back, reload the page, and try again.";

    public override string AllTimesIn(string zone) => $"Times are those of {zone}, with UTC beside.";

    public override string ChangeZone => "Change the time zone";

    public override string LiveLost => "The connection is lost. Reconnecting; what is shown may be old.";

    public override string Zone => "Time zone";

    public override string ZoneHelp => "All times that this browser shows, and all that are entered in it, are of this zone.";

    public override string SignedInAs(string name) => $"Signed in as {name}";

    public override string NotFound => "Not found";

    public override string NotFoundHelp => "The address is wrong, or it was removed after its retention time, or it belongs to another workspace.";

    public override string None => "None";

    public override string Copy => "Copy";

    public override string Copied => "Copied";

    public override string Confirm => "Confirm";

    public override string NextPage => "Next";

    public override string FirstPage => "First page";

    public override string Save => "Save";

    public override string Back => "Back";
}

namespace Naru.Console.Text;

/// <summary>The frame of the operator pages, and what they all say.</summary>
public abstract class ShellWords
{
    public abstract string Product { get; }

    public abstract string SkipToContent { get; }

    public abstract string Pages { get; }

    public abstract string Messages { get; }

    public abstract string Bulks { get; }

    public abstract string Apps { get; }

    public abstract string Webhooks { get; }

    public abstract string Senders { get; }

    public abstract string Credentials { get; }

    public abstract string Workspaces { get; }

    public abstract string Handset { get; }

    public abstract string SignIn { get; }

    public abstract string SignOut { get; }

    public abstract string Name { get; }

    public abstract string Password { get; }

    public abstract string SignInHelp { get; }

    public abstract string DemoSignIn(string who);

    public abstract string WrongPassword { get; }

    public abstract string TooManySignIns(int seconds);

    public abstract string DemoOffLoopback { get; }

    public abstract string FormIsStale { get; }

    public abstract string AllTimesIn(string zone);

    public abstract string ChangeZone { get; }

    public abstract string LiveLost { get; }

    public abstract string Zone { get; }

    public abstract string ZoneHelp { get; }

    public abstract string SignedInAs(string name);

    public abstract string NotFound { get; }

    public abstract string NotFoundHelp { get; }

    public abstract string None { get; }

    public abstract string Copy { get; }

    public abstract string Copied { get; }

    public abstract string Confirm { get; }

    public abstract string NextPage { get; }

    public abstract string FirstPage { get; }

    public abstract string Save { get; }

    public abstract string Back { get; }
}

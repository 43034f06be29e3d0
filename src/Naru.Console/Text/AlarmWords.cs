namespace Naru.Console.Text;

/// <summary>The page of alarms.</summary>
public abstract class AlarmWords
{
    public abstract string Title { get; }

    /// <summary>Read aloud behind the number in the navigation.</summary>
    public abstract string Waiting { get; }

    public abstract string Help { get; }

    public abstract string Open { get; }

    public abstract string NoneOpen { get; }

    public abstract string MoreOpen(int count);

    public abstract string Cleared { get; }

    public abstract string What { get; }

    public abstract string Whose { get; }

    public abstract string Installation { get; }

    public abstract string Count { get; }

    public abstract string First { get; }

    public abstract string Last { get; }

    public abstract string Ended { get; }

    public abstract string State { get; }

    public abstract string IsWaiting { get; }

    public abstract string IsAcknowledged { get; }

    public abstract string IsCleared { get; }

    public abstract string By(string name);

    public abstract string Acknowledge { get; }

    public abstract string AcknowledgedDone { get; }

    public abstract string Webhook { get; }

    public abstract string WebhookHelp { get; }

    public abstract string Url { get; }

    public abstract string Secret { get; }

    public abstract string SecretHelp(int shortest);

    public abstract string SecretKept { get; }

    public abstract string BadSecret(int shortest, int longest);

    public abstract string SavedDone { get; }

    public abstract string NotTaken { get; }
}

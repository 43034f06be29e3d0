namespace Naru.Console.Text;

internal sealed class AlarmEnglish : AlarmWords
{
    public override string Title => "Alarms";

    public override string Waiting => "alarms nobody has acknowledged";

    public override string Help => "An alarm says that something needs a person. It is raised once, counts while it lasts, and is cleared by itself when its cause has ended. Acknowledging it tells the others that you look after it.";

    public override string Open => "Open";

    public override string NoneOpen => "Nothing needs a person.";

    public override string MoreOpen(int count) => $"{count:N0} more are open.";

    public override string Cleared => "Cleared";

    public override string What => "What";

    public override string Whose => "Workspace";

    public override string Installation => "installation";

    public override string Count => "Count";

    public override string First => "Since";

    public override string Last => "Last";

    public override string Ended => "Cleared";

    public override string State => "State";

    public override string IsWaiting => "Open";

    public override string IsAcknowledged => "Acknowledged";

    public override string IsCleared => "Cleared";

    public override string By(string name) => $"by {name}";

    public override string Acknowledge => "Acknowledge";

    public override string AcknowledgedDone => "The alarm is acknowledged.";

    public override string Webhook => "Webhook";

    public override string WebhookHelp => "This workspace's alarms are told there when they are raised and when they are cleared, signed as Standard Webhooks has it. Empty: nowhere.";

    public override string Url => "URL";

    public override string Secret => "Secret";

    public override string SecretHelp(int shortest) => $"Signs the requests. At least {shortest} characters; one that begins with whsec_ is Base64. It is not shown again.";

    public override string SecretKept => "A secret is kept; enter another to replace it.";

    public override string BadSecret(int shortest, int longest) => $"This cannot sign: {shortest} to {longest} characters, or whsec_ and Base64.";

    public override string SavedDone => "Saved.";

    public override string NotTaken => "The gateway is stopping: nothing was changed.";
}

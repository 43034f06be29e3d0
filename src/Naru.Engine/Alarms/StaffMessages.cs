using Naru.Core.Messages;

namespace Naru.Engine.Alarms;

/// <summary>Who is sent a message about alarms, and how. Settings under <c>Naru:Alarms:Staff</c>.</summary>
/// <param name="Workspace">The public id of the workspace in whose name it goes.</param>
/// <param name="Sender">A channel name or sender key where there is a template, else a calling number.</param>
/// <param name="Template">The code of an approved AlimTalk template; null = a text.</param>
/// <param name="To">At most <see cref="MostRecipients"/>.</param>
/// <param name="InEnglish">Else in Korean.</param>
public sealed record StaffMessages(Guid Workspace, string Sender, string? Template, IReadOnlyList<Recipient> To, bool InEnglish)
{
    public const int MostRecipients = 20;

    /// <summary>What a template may hold; each is filled.</summary>
    public static readonly IReadOnlyList<string> Variables = ["alarm", "count", "time", "workspace"];
}

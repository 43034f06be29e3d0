using Naru.Core.Content;
using Naru.Engine.Ports;

namespace Naru.Console.Handset;

/// <summary>As which kind a text arrived.</summary>
internal static class TextKind
{
    /// <summary><c>SMS</c> or <c>LMS</c>; null where it is no text.</summary>
    public static string? Of(HandsetMessage message) =>
        message.Channel != Channel.Sms ? null : SmsText.Check(message.Text, message.Title).Kind == SmsKind.Sms ? "SMS" : "LMS";
}

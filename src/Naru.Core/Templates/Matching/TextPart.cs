namespace Naru.Core.Templates.Matching;

internal static class TextPart
{
    public static AlimTalkFault? Fault(Comparison message)
    {
        var text = message.Content.Text;
        return string.IsNullOrWhiteSpace(text)
            ? new AlimTalkFault("3013", TextDifference.Of("text", null, null))
            : AlimTalkFault.TooLong("3014", "text", text, message.Rules.RoomForText(message.Details)) ?? message.Differs("3016", "text", message.Template.Text, text);
    }
}

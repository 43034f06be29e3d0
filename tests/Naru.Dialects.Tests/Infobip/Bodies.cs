namespace Naru.Dialects.Tests.Infobip;

/// <summary>Request bodies that tests share.</summary>
internal static class Bodies
{
    public const string Sender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";

    public const string Text = "Parcel 77 left Busan.";

    public static string One(string to = "821012340001", string? messageId = null, string more = "", string text = Text) => $$"""
        {"messages":[{{Message(to, messageId, more, text)}}]}
        """;

    /// <summary>A message with more members after its content.</summary>
    public static string Message(string to = "821012340001", string? messageId = null, string more = "", string text = Text) => $$"""
        {"sender":"{{Sender}}","destinations":[{"to":"{{to}}"{{(messageId is null ? "" : $$""","messageId":"{{messageId}}" """)}}}],
         "content":{"type":"TEMPLATE","templateCode":"package_template","text":"{{text}}"}{{(more.Length == 0 ? "" : "," + more)}}}
        """;

    /// <summary>One message whose content has more members.</summary>
    public static string Content(string more) => $$$"""
        {"messages":[{"sender":"{{{Sender}}}","destinations":[{"to":"821012340001"}],
         "content":{"type":"TEMPLATE","templateCode":"package_template","text":"{{{Text}}}",{{{more}}}}}]}
        """;
}

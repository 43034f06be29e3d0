using Naru.Console.Access;

namespace Naru.Console.Pages.Messages;

public static class MessageLinks
{
    /// <summary>In the query, because a client's own id may hold slashes and dots.</summary>
    public static string Detail(Visitor visitor, string publicId) => visitor.Path("message") + "?id=" + Uri.EscapeDataString(publicId);
}

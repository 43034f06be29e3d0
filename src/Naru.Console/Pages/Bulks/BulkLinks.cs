using Naru.Console.Access;

namespace Naru.Console.Pages.Bulks;

public static class BulkLinks
{
    /// <summary>In the query, because a client's own id may hold slashes and dots.</summary>
    public static string Detail(Visitor visitor, string publicId) => Of(visitor, "bulk", publicId);

    /// <param name="action">Such as <c>pause</c>.</param>
    public static string Action(Visitor visitor, string action, string publicId) => Of(visitor, "bulk/" + action, publicId);

    public static string Messages(Visitor visitor, string publicId) => visitor.Path("messages") + "?bulk=" + Uri.EscapeDataString(publicId);

    public static string Events(Visitor visitor, string publicId) => Of(visitor, "bulk/events", publicId);

    private static string Of(Visitor visitor, string page, string publicId) => visitor.Path(page) + "?id=" + Uri.EscapeDataString(publicId);
}

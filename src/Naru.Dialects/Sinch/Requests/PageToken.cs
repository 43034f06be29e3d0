using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Naru.Dialects.Sinch.Requests;

/// <summary>
/// Where the next page of a list begins: after this item. It holds the item's public id, which tells nothing that the client does not have already, and
/// is safe in a URL as it is, because SDKs put it there raw (contracts/sinch.md §2, "Paging").
/// </summary>
internal static class PageToken
{
    public const string Parameter = "page_token";

    public const string Rule = "must be the next_page_token of the page before";

    /// <param name="list">Tells the lists apart: a token of one is none of another. No colon.</param>
    /// <param name="id">The public id of the page's last item.</param>
    public static string After(string list, string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}:{id}"));

    public static bool TryRead(string list, string token, [NotNullWhen(true)] out string? id)
    {
        id = null;
        if (!Base64Url.IsValid(token))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        if (!text.StartsWith(list + ":", StringComparison.Ordinal))
        {
            return false;
        }

        id = text[(list.Length + 1)..];
        return true;
    }
}

using Microsoft.AspNetCore.Http;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>
/// The header <c>Naru-Ignored</c> of an answer to a send: the places of members that were not read, so that an option in the wrong place does not
/// go unnoticed. At most <see cref="IgnoredMembers.Most"/>, then three dots.
/// </summary>
internal static class IgnoredHeader
{
    public const string Name = "Naru-Ignored";

    public static void Write(HttpResponse response, SendDraft draft)
    {
        if (draft.Ignored is { } ignored)
        {
            response.Headers[Name] = ignored.ToHeader();
        }
    }
}

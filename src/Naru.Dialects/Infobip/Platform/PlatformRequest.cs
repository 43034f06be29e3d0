using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Platform;

/// <summary>The body of a creation or a change. Unknown members are skipped.</summary>
/// <param name="Id">Of a creation; a change has it in its path.</param>
internal sealed record PlatformRequest(string? Id, string? Name)
{
    public static PlatformRequest Read(ref StrictJson json, PlatformWords words, bool creates)
    {
        string? id = null;
        string? name = null;
        while (json.NextMember())
        {
            if (creates && json.Is(words.IdUtf8))
            {
                id = json.String(words.IdMember, PlatformTag.MaxLength, min: 1);
            }
            else if (json.Is(words.NameUtf8))
            {
                name = json.String(words.NameMember, PlatformTag.MaxLength);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(!creates || id is not null, words.IdMember);
        return new PlatformRequest(id, name);
    }
}

using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>The body of <c>:merge</c>: <c>{source_id*, strategy}</c>.</summary>
internal sealed record MergeRequest(string Source)
{
    /// <summary>No id of a contact is longer.</summary>
    private const int MaxId = 64;

    private static readonly JsonChoice<bool> s_strategies = new(("MERGE", true));

    public static MergeRequest Read(ref StrictJson json)
    {
        string? source = null;
        while (json.NextMember())
        {
            if (json.Is("source_id"u8))
            {
                source = json.String("source_id", MaxId);
            }
            else if (json.Is("strategy"u8))
            {
                json.Choice("strategy", s_strategies);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(source is not null, "source_id");
        return new MergeRequest(source ?? "");
    }
}

using Naru.Core.Templates;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>The body of a creation or an update: both say everything (contracts/infobip.md §6).</summary>
internal sealed record BrandTemplateRequest(BrandTemplateOwner Owner, string Name, bool IsAdult, BrandContent Content)
{
    public const string Sender = "sender";
    public const string SenderGroup = "senderGroup";
    public const int MaxKey = 40;

    private const string NameName = "name";
    private const string ContentName = "templateContent";

    public static BrandTemplateRequest Read(ref StrictJson json)
    {
        string? sender = null;
        string? group = null;
        string? name = null;
        var adult = false;
        BrandContentReader? content = null;
        while (json.NextMember())
        {
            if (json.Is("sender"u8))
            {
                sender = json.String(Sender, MaxKey, min: 1);
            }
            else if (json.Is("senderGroup"u8))
            {
                group = json.String(SenderGroup, MaxKey, min: 1);
            }
            else if (json.Is("name"u8))
            {
                name = json.String(NameName, 200, min: 1);
            }
            else if (json.Is("isAdult"u8))
            {
                adult = json.Boolean("isAdult") ?? false;
            }
            else if (json.Is("templateContent"u8))
            {
                content = BrandContentReader.Read(ref json, ContentName);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(sender is not null || group is not null, Sender);
        if (sender is not null && group is not null)
        {
            json.Fault(SenderGroup, "must not be given beside sender");
        }

        json.Require(name is not null, NameName);
        json.Require(content is not null, ContentName);
        return new BrandTemplateRequest(new BrandTemplateOwner(sender ?? group ?? "", sender is null), name ?? "", adult, content?.Finish(json.Faults, ContentName) ?? new BrandContent(default, null));
    }
}

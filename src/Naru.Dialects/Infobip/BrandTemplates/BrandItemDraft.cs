using Naru.Core.Templates;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>An item of a list.</summary>
internal sealed class BrandItemDraft
{
    private const int AnyLength = 64 * 1024;

    private readonly BrandLinks _links = new();
    private string? _title;
    private string? _imageUrl;

    public static BrandItemDraft? Read(ref StrictJson json, string name)
    {
        if (!json.BeginObject(name))
        {
            return null;
        }

        var item = ReadMembers(ref json);
        json.End();
        return item;
    }

    /// <summary>Inside its object, to the last member.</summary>
    public static BrandItemDraft ReadMembers(ref StrictJson json)
    {
        var item = new BrandItemDraft();
        while (json.NextMember())
        {
            if (json.Is("title"u8))
            {
                item._title = json.String("title", AnyLength);
            }
            else if (json.Is("imageUrl"u8))
            {
                item._imageUrl = json.String("imageUrl", AnyLength);
            }
            else if (!item._links.Read(ref json))
            {
                json.SkipMember();
            }
        }

        return item;
    }

    public void Check(BrandCheck check, string at, int maxTitle)
    {
        check.Required(_title, at + ".title", maxTitle);
        check.Required(_imageUrl, at + ".imageUrl", BrandCheck.MaxLink);
        _links.Check(check, at, needsMobile: true);
    }

    public BrandItem ToItem() => new(_title!, _imageUrl!, _links.ToLink());
}

using Naru.Core.Templates;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>
/// Reads <c>templateContent</c>. Which members count, and how long they may be, hangs on <c>type</c>, which may be the last of them: so everything is
/// read first, and judged by <see cref="Finish"/>. Members of other types are passed over.
/// </summary>
internal sealed class BrandContentReader
{
    private const int AnyLength = 64 * 1024;

    private BrandBubble? _bubble;
    private bool _badType;
    private string? _text;
    private string? _header;
    private (string? Url, string? Link)? _image;
    private BrandItemDraft? _wide;
    private List<BrandItemDraft>? _list;
    private List<BrandButtonDraft>? _buttons;
    private BrandCouponDraft? _coupon;

    public static BrandContentReader? Read(ref StrictJson json, string name)
    {
        if (!json.BeginObject(name))
        {
            return json.IsNull ? null : new BrandContentReader { _badType = true };
        }

        var reader = new BrandContentReader();
        while (json.NextMember())
        {
            reader.ReadMember(ref json);
        }

        json.End();
        return reader;
    }

    public BrandContent? Finish(ShapeFaults faults, string at)
    {
        if (_bubble is not { } bubble)
        {
            if (!_badType)
            {
                faults.Add(at + ".type", StrictJson.Missing);
            }

            return null;
        }

        var check = new BrandCheck(faults);
        var wide = BrandWords.IsWide(bubble);
        if (bubble == BrandBubble.ItemList)
        {
            check.Line(_header, at + ".header", 20);
            FinishItems(check, at);
        }
        else
        {
            check.Required(_text, at + ".text", wide ? 76 : 1300);
        }

        if (bubble is BrandBubble.Image or BrandBubble.WideImage)
        {
            check.Present(_image is not null, at + ".image");
        }

        BrandButtonDraft.Check(check, _buttons, at + ".buttons", wide, _coupon is not null);
        _coupon?.Check(check, at + ".coupon", wide ? 18 : 12);
        return faults.Any ? null : ToContent(bubble);
    }

    private void FinishItems(BrandCheck check, string at)
    {
        if (check.Present(_wide is not null, at + ".wide"))
        {
            _wide!.Check(check, at + ".wide", 25);
        }

        if (!check.Present(_list is not null, at + ".wideList"))
        {
            return;
        }

        if (_list!.Count is < 2 or > 4)
        {
            check.Fault(at + ".wideList", "size must be between 2 and 4");
        }

        for (var i = 0; i < _list.Count; i++)
        {
            _list[i].Check(check, $"{at}.wideList[{i}]", 30);
        }
    }

    private BrandContent ToContent(BrandBubble bubble) => new(bubble, bubble == BrandBubble.ItemList ? null : _text)
    {
        Image = bubble is BrandBubble.Image or BrandBubble.WideImage ? new BrandImage(_image!.Value.Url ?? "", _image.Value.Link) : null,
        Header = bubble == BrandBubble.ItemList ? _header : null,
        Items = bubble == BrandBubble.ItemList ? [_wide!.ToItem(), .. _list!.Select(item => item.ToItem())] : [],
        Buttons = [.. (_buttons ?? []).Select(button => button.ToButton())],
        Coupon = _coupon?.ToCoupon(),
    };

    private void ReadMember(ref StrictJson json)
    {
        if (json.Is("type"u8))
        {
            var before = json.Faults.Count;
            _bubble = json.Choice("type", BrandWords.Bubbles);
            _badType = json.Faults.Count > before;
            _bubble = _badType ? null : _bubble;
        }
        else if (json.Is("text"u8))
        {
            _text = json.String("text", AnyLength);
        }
        else if (json.Is("header"u8))
        {
            _header = json.String("header", AnyLength);
        }
        else if (json.Is("image"u8))
        {
            _image = ReadImage(ref json);
        }
        else if (json.Is("wide"u8))
        {
            _wide = BrandItemDraft.Read(ref json, "wide");
        }
        else if (json.Is("wideList"u8))
        {
            _list = ReadList(ref json);
        }
        else if (json.Is("buttons"u8))
        {
            _buttons = BrandButtonDraft.ReadAll(ref json, "buttons");
        }
        else if (json.Is("coupon"u8))
        {
            _coupon = BrandCouponDraft.Read(ref json, "coupon");
        }
        else
        {
            json.SkipMember();
        }
    }

    private static (string? Url, string? Link)? ReadImage(ref StrictJson json)
    {
        if (!json.BeginObject("image"))
        {
            return json.IsNull ? null : (null, null);
        }

        string? url = null;
        string? link = null;
        while (json.NextMember())
        {
            if (json.Is("url"u8))
            {
                url = json.String("url", 500);
            }
            else if (json.Is("link"u8))
            {
                link = json.String("link", 500);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(url is not null, "url");
        json.End();
        return (url, link);
    }

    private static List<BrandItemDraft>? ReadList(ref StrictJson json)
    {
        if (!json.BeginArray("wideList"))
        {
            return null;
        }

        var items = new List<BrandItemDraft>();
        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                items.Add(BrandItemDraft.ReadMembers(ref json));
                json.End();
            }
        }

        json.End();
        return items;
    }
}

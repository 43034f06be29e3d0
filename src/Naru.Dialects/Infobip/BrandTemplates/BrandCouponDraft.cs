using System.Globalization;
using Naru.Core.Templates;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>A coupon of a Brand Message; KakaoTalk makes its title of the kind and of <c>couponTitle</c>.</summary>
internal sealed class BrandCouponDraft
{
    private const int AnyLength = 64 * 1024;
    private const string TitleName = "title";

    private readonly BrandLinks _links = new();
    private bool _hasTitle;
    private bool _badKind;
    private BrandCouponKind? _kind;
    private string? _value;
    private string? _description;

    public static BrandCouponDraft? Read(ref StrictJson json, string name)
    {
        if (!json.BeginObject(name))
        {
            return null;
        }

        var coupon = new BrandCouponDraft();
        while (json.NextMember())
        {
            if (json.Is("title"u8))
            {
                coupon.ReadTitle(ref json);
            }
            else if (json.Is("description"u8))
            {
                coupon._description = json.String("description", AnyLength);
            }
            else if (!coupon._links.Read(ref json))
            {
                json.SkipMember();
            }
        }

        json.End();
        return coupon;
    }

    public void Check(BrandCheck check, string at, int maxDescription)
    {
        check.Line(_description, at + ".description", maxDescription);
        _links.Check(check, at, needsMobile: true);
        if (check.Present(_hasTitle, $"{at}.{TitleName}") && !_badKind && check.Present(_kind is not null, $"{at}.{TitleName}.type"))
        {
            CheckValue(check, $"{at}.{TitleName}.couponTitle");
        }
    }

    public BrandCoupon ToCoupon() => new(
        _kind!.Value,
        _kind is BrandCouponKind.Price or BrandCouponKind.Percentage ? int.Parse(_value!, NumberStyles.None, CultureInfo.InvariantCulture) : null,
        _kind is BrandCouponKind.Free or BrandCouponKind.Up ? _value : null,
        _description!,
        _links.ToLink());

    private void ReadTitle(ref StrictJson json)
    {
        if (!json.BeginObject(TitleName))
        {
            _hasTitle = _badKind = !json.IsNull;
            return;
        }

        _hasTitle = true;
        while (json.NextMember())
        {
            if (json.Is("type"u8))
            {
                var before = json.Faults.Count;
                _kind = json.Choice("type", BrandWords.Coupons);
                _badKind = json.Faults.Count > before;
                _kind = _badKind ? null : _kind;
            }
            else if (json.Is("couponTitle"u8))
            {
                _value = json.StringOrNumber("couponTitle", AnyLength);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private void CheckValue(BrandCheck check, string at)
    {
        switch (_kind)
        {
            case BrandCouponKind.Price or BrandCouponKind.Percentage:
                var most = _kind == BrandCouponKind.Price ? 99_999_999 : 100;
                if (check.Present(_value is not null, at)
                    && !(int.TryParse(_value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount >= 1 && amount <= most))
                {
                    check.Fault(at, $"must be an integer between 1 and {most}");
                }

                break;
            case BrandCouponKind.Free or BrandCouponKind.Up:
                check.Required(_value, at, 7);
                break;
            default:
                break;
        }
    }
}

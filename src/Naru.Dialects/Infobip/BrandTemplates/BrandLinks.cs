using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>The four links that buttons, items and coupons have.</summary>
internal sealed class BrandLinks
{
    private const int AnyLength = 64 * 1024;

    public string? Mobile { get; private set; }

    public string? Pc { get; private set; }

    public string? Android { get; private set; }

    public string? Ios { get; private set; }

    /// <summary>Reads the current member where it is one of them.</summary>
    public bool Read(ref StrictJson json)
    {
        if (json.Is("urlMobile"u8))
        {
            Mobile = json.String("urlMobile", AnyLength);
        }
        else if (json.Is("urlPc"u8))
        {
            Pc = json.String("urlPc", AnyLength);
        }
        else if (json.Is("schemeAndroid"u8))
        {
            Android = json.String("schemeAndroid", AnyLength);
        }
        else if (json.Is("schemeIos"u8))
        {
            Ios = json.String("schemeIos", AnyLength);
        }
        else
        {
            return false;
        }

        return true;
    }

    public void Check(BrandCheck check, string at, bool needsMobile = false)
    {
        check.Url(Mobile, at + ".urlMobile", needsMobile);
        check.Url(Pc, at + ".urlPc");
        check.Length(Android, at + ".schemeAndroid", BrandCheck.MaxLink);
        check.Length(Ios, at + ".schemeIos", BrandCheck.MaxLink);
    }

    public RepresentLink ToLink() => new(Mobile, Pc, Android, Ios);
}

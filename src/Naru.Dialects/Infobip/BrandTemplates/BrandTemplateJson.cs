using System.Globalization;
using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>Writes templates as Infobip shows them: what a request could hold, member by member.</summary>
internal static class BrandTemplateJson
{
    public static void WriteCode(Utf8JsonWriter json, BrandTemplate template)
    {
        json.WriteStartObject();
        json.WriteString("templateCode"u8, template.Code);
        json.WriteEndObject();
    }

    public static void WriteCodes(Utf8JsonWriter json, IReadOnlyList<BrandTemplate> templates)
    {
        json.WriteStartObject();
        json.WriteStartArray("results"u8);
        foreach (var template in templates)
        {
            WriteCode(json, template);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, BrandTemplate template)
    {
        var content = template.Content;
        json.WriteStartObject();
        json.WriteString("name"u8, template.Name);
        json.WriteStartObject("templateContent"u8);
        json.WriteString("type"u8, BrandWords.Bubbles.WordOf(content.Bubble));
        Text(json, "text", content.Text);
        Text(json, "header", content.Header);
        if (content.Image is { } image)
        {
            json.WriteStartObject("image"u8);
            json.WriteString("url"u8, image.Url);
            Text(json, "link", image.Link);
            json.WriteEndObject();
        }

        if (content.Items.Count > 0)
        {
            json.WritePropertyName("wide"u8);
            Write(json, content.Items[0]);
            json.WriteStartArray("wideList"u8);
            foreach (var item in content.Items.Skip(1))
            {
                Write(json, item);
            }

            json.WriteEndArray();
        }

        Write(json, content.Buttons);
        if (content.Coupon is { } coupon)
        {
            Write(json, coupon);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BrandItem item)
    {
        json.WriteStartObject();
        json.WriteString("title"u8, item.Title);
        json.WriteString("imageUrl"u8, item.ImageUrl);
        Write(json, item.Link);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Button> buttons)
    {
        if (buttons.Count == 0)
        {
            return;
        }

        json.WriteStartArray("buttons"u8);
        foreach (var button in buttons)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, BrandWords.Buttons.WordOf(button.Kind));
            Text(json, "name", button.Kind == ButtonKind.AddChannel ? null : button.Name);
            if (button.Kind is ButtonKind.WebLink or ButtonKind.AppLink)
            {
                Text(json, "urlMobile", button.LinkMobile);
                Text(json, "urlPc", button.LinkPc);
            }

            if (button.Kind == ButtonKind.AppLink)
            {
                Text(json, "schemeAndroid", button.SchemeAndroid);
                Text(json, "schemeIos", button.SchemeIos);
            }

            if (button.Extras?.FormId is { } form)
            {
                json.WriteNumber("businessFormId"u8, int.Parse(form, NumberStyles.None, CultureInfo.InvariantCulture));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, BrandCoupon coupon)
    {
        json.WriteStartObject("coupon"u8);
        json.WriteStartObject("title"u8);
        json.WriteString("type"u8, BrandWords.Coupons.WordOf(coupon.Kind));
        if (coupon.Amount is { } amount)
        {
            json.WriteNumber("couponTitle"u8, amount);
        }

        Text(json, "couponTitle", coupon.Title);
        json.WriteEndObject();
        json.WriteString("description"u8, coupon.Description);
        Write(json, coupon.Link);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RepresentLink link)
    {
        Text(json, "urlMobile", link.LinkMobile);
        Text(json, "urlPc", link.LinkPc);
        Text(json, "schemeAndroid", link.SchemeAndroid);
        Text(json, "schemeIos", link.SchemeIos);
    }

    private static void Text(Utf8JsonWriter json, string member, string? value)
    {
        if (value is not null)
        {
            json.WriteString(member, value);
        }
    }
}

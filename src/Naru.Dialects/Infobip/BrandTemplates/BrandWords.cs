using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.BrandTemplates;

/// <summary>Infobip's words for what a Brand Message is made of (contracts/infobip.md §6).</summary>
internal static class BrandWords
{
    public static readonly JsonChoice<BrandBubble> Bubbles = new(
        ("TEXT", BrandBubble.Text), ("IMAGE", BrandBubble.Image), ("IMAGE_WIDE", BrandBubble.WideImage), ("ITEM_LIST", BrandBubble.ItemList));

    public static readonly JsonChoice<ButtonKind> Buttons = new(
        ("APP_LINK", ButtonKind.AppLink),
        ("URL", ButtonKind.WebLink),
        ("BOT_KEYWORD", ButtonKind.BotKeyword),
        ("MESSAGE_DELIVERY", ButtonKind.MessageForward),
        ("ADD_CHANNEL", ButtonKind.AddChannel),
        ("BUSINESS_FORM", ButtonKind.BusinessForm));

    public static readonly JsonChoice<BrandCouponKind> Coupons = new(
        ("PRICE_DISCOUNT_COUPON", BrandCouponKind.Price),
        ("PERCENTAGE_DISCOUNT_COUPON", BrandCouponKind.Percentage),
        ("SHIPPING_DISCOUNT_COUPON", BrandCouponKind.Shipping),
        ("FREE_COUPON", BrandCouponKind.Free),
        ("UP_COUPON", BrandCouponKind.Up));

    /// <summary>Bubbles whose image is as wide as the room; their buttons and coupons are bound otherwise.</summary>
    public static bool IsWide(BrandBubble bubble) => bubble is BrandBubble.WideImage or BrandBubble.ItemList;
}

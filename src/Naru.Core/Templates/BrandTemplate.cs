using Naru.Core.Content;
using Naru.Core.Workspaces;

namespace Naru.Core.Templates;

/// <summary>A Brand Message that is kept to be sent again: whole, with nothing left to fill in but its variables (contracts/infobip.md §6, rules §2.1).</summary>
/// <param name="Owner">A sender key, or the key of a sender group.</param>
/// <param name="Code">At most 50 characters, unique for its workspace.</param>
/// <param name="Name">For people: at most 200 characters.</param>
/// <param name="IsAdult">Only for adults.</param>
public sealed record BrandTemplate(WorkspaceId Workspace, BrandTemplateOwner Owner, string Code, string Name, bool IsAdult, BrandContent Content)
{
    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }
}

/// <param name="IsGroup">The key is a group's: its members may send the template.</param>
public sealed record BrandTemplateOwner(string Key, bool IsGroup);

/// <summary>What the bubble of a Brand Message holds.</summary>
/// <param name="Text">Text and image: at most 1,300; wide image: 76. Null in an item list.</param>
public sealed record BrandContent(BrandBubble Bubble, string? Text)
{
    /// <summary>Image and wide image.</summary>
    public BrandImage? Image { get; init; }

    /// <summary>Item list: at most 20 characters, no line break.</summary>
    public string? Header { get; init; }

    /// <summary>Item list: the wide one first, then two to four more.</summary>
    public IReadOnlyList<BrandItem> Items { get; init; } = [];

    /// <summary>Text and image: at most five, four beside a coupon; the others: one or two.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    public BrandCoupon? Coupon { get; init; }

    public bool Equals(BrandContent? other) => other is not null
        && (Bubble, Text, Image, Header, Coupon) == (other.Bubble, other.Text, other.Image, other.Header, other.Coupon)
        && Items.SequenceEqual(other.Items) && Buttons.SequenceEqual(other.Buttons);

    public override int GetHashCode() => HashCode.Combine(Bubble, Text, Header, Items.Count, Buttons.Count);
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum BrandBubble : byte
{
    Text = 1,
    Image = 2,
    WideImage = 3,
    ItemList = 4,
}

/// <param name="Link">Where a tap on the image leads; null = nowhere.</param>
public sealed record BrandImage(string Url, string? Link);

/// <param name="Title">At most 25 characters in the first, 30 in the others.</param>
/// <param name="ImageUrl">2:1 in the first, square in the others.</param>
public sealed record BrandItem(string Title, string ImageUrl, RepresentLink Link);

/// <summary>KakaoTalk makes the title of a coupon from its kind.</summary>
/// <param name="Amount">Won off (1 to 99,999,999) or percent off (1 to 100).</param>
/// <param name="Title">Of a free or an up coupon: at most 7 characters.</param>
/// <param name="Description">At most 12 characters, 18 below wide bubbles; no line break.</param>
public sealed record BrandCoupon(BrandCouponKind Kind, int? Amount, string? Title, string Description, RepresentLink Link);

/// <summary>Numbers are stored: never renumber.</summary>
public enum BrandCouponKind : byte
{
    /// <summary>N원 할인 쿠폰</summary>
    Price = 1,

    /// <summary>N% 할인 쿠폰</summary>
    Percentage = 2,

    /// <summary>배송비 할인 쿠폰</summary>
    Shipping = 3,

    /// <summary>T 무료 쿠폰</summary>
    Free = 4,

    /// <summary>T UP 쿠폰</summary>
    Up = 5,
}

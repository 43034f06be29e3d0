namespace Naru.Core.Kakao.Templates;

/// <summary>A message as the Developers platform composes it (contracts/kakao-developers.md §6): one of six shapes, final, within the limits.</summary>
public sealed record TalkTemplate(TalkShape Shape)
{
    /// <summary>One; two or three in a list; none in a text.</summary>
    public IReadOnlyList<TalkContent> Contents { get; init; } = [];

    /// <summary>The text of a text, the header of a list.</summary>
    public string? Text { get; init; }

    /// <summary>Of <see cref="Text"/>.</summary>
    public TalkLink? Link { get; init; }

    public string? Address { get; init; }

    public string? AddressTitle { get; init; }

    public TalkSocial? Social { get; init; }

    public TalkItems? Items { get; init; }

    public TalkCommerce? Commerce { get; init; }

    /// <summary><c>event</c> or <c>calendar</c>.</summary>
    public string? CalendarKind { get; init; }

    public string? CalendarId { get; init; }

    /// <summary>At most two. They win over <see cref="ButtonTitle"/>.</summary>
    public IReadOnlyList<TalkButton> Buttons { get; init; } = [];

    /// <summary>In the place of the default button's words.</summary>
    public string? ButtonTitle { get; init; }

    /// <summary>The words of a button that nobody worded.</summary>
    public const string DefaultButton = "자세히 보기";

    /// <summary>What stands under the message: its buttons, else the one that opens the message's own link.</summary>
    public IReadOnlyList<TalkButton> ShownButtons => Buttons.Count > 0 || MainLink is not { } link
        ? Buttons
        : [new TalkButton(string.IsNullOrEmpty(ButtonTitle) ? DefaultButton : ButtonTitle, link)];

    /// <summary>Where a tap on the message leads.</summary>
    public TalkLink? MainLink => Link ?? (Contents.Count > 0 ? Contents[0].Link : null);

    /// <summary>The first words of the message, for a list of rooms.</summary>
    public string Headline => Text ?? Contents.Select(content => content.Title ?? content.Description).FirstOrDefault(text => text is not null) ?? Commerce?.ProductName ?? "";
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum TalkShape : byte
{
    Feed = 1,
    List = 2,
    Location = 3,
    Commerce = 4,
    Text = 5,
    Calendar = 6,
}

/// <summary>Each may be absent; the web addresses lead only to registered domains.</summary>
/// <param name="AndroidParams">Query text behind <c>kakao{key}://kakaolink</c>.</param>
public sealed record TalkLink(string? WebUrl = null, string? MobileWebUrl = null, string? AndroidParams = null, string? IosParams = null)
{
    public static readonly TalkLink None = new();

    public bool IsEmpty => WebUrl is null && MobileWebUrl is null && AndroidParams is null && IosParams is null;
}

public sealed record TalkContent(TalkLink Link)
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? ImageUrl { get; init; }

    /// <summary>Pixels, 200 or more.</summary>
    public int? ImageWidth { get; init; }

    public int? ImageHeight { get; init; }
}

public sealed record TalkButton(string Title, TalkLink Link);

public sealed record TalkSocial(int? Likes, int? Comments, int? Shares, int? Views, int? Subscribers)
{
    /// <summary>At most three are shown, in this order of precedence.</summary>
    public IReadOnlyList<(string Name, int Count)> Shown =>
    [
        .. new (string Name, int? Count)[] { ("like", Likes), ("comment", Comments), ("shared", Shares), ("view", Views), ("subscriber", Subscribers) }
            .Where(one => one.Count is not null).Take(3).Select(one => (one.Name, one.Count!.Value)),
    ];
}

public sealed record TalkItems
{
    /// <summary>At most 16 characters.</summary>
    public string? ProfileText { get; init; }

    public string? ProfileImageUrl { get; init; }

    /// <summary>At most 24.</summary>
    public string? TitleImageText { get; init; }

    public string? TitleImageUrl { get; init; }

    /// <summary>At most 14.</summary>
    public string? TitleImageCategory { get; init; }

    /// <summary>At most five, of 6 and 14 characters.</summary>
    public IReadOnlyList<TalkItem> Items { get; init; } = [];

    /// <summary>At most 6.</summary>
    public string? Sum { get; init; }

    /// <summary>At most 11.</summary>
    public string? SumText { get; init; }
}

public sealed record TalkItem(string Name, string Text);

/// <param name="DiscountRate">Per cent; not together with <paramref name="FixedDiscount"/>.</param>
public sealed record TalkCommerce(int RegularPrice, int? DiscountPrice, int? DiscountRate, int? FixedDiscount, string? ProductName, string CurrencyUnit, bool UnitBefore)
{
    public const string Won = "원";

    public string Price(int amount)
    {
        var number = amount.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        return UnitBefore ? CurrencyUnit + number : number + CurrencyUnit;
    }
}

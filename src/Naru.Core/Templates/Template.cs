using Naru.Core.Content;

namespace Naru.Core.Templates;

/// <summary>An AlimTalk template as KakaoTalk approved it (rules §1.2).</summary>
/// <param name="SenderKey">The sender that owns it.</param>
/// <param name="Code">At most 30 characters, unique for its sender.</param>
/// <param name="Text">With variables as <c>#{name}</c>.</param>
/// <param name="Title">The emphasised title, for <see cref="Emphasis.Text"/>; may hold variables.</param>
/// <param name="Subtitle">Shown above the title, for <see cref="Emphasis.Text"/>; no variables, never sent.</param>
/// <param name="ImageUrl">For <see cref="Emphasis.Image"/>; never part of a request.</param>
public sealed record Template(
    string SenderKey,
    string Code,
    string Name,
    string Text,
    TemplateState State,
    Emphasis Emphasis = Emphasis.None,
    string? Title = null,
    string? Subtitle = null,
    string? ImageUrl = null,
    IReadOnlyList<Button>? Buttons = null,
    bool Security = false)
{
    public IReadOnlyList<Button> ButtonList => Buttons ?? [];
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum TemplateState : byte
{
    Registered = 1,
    InReview = 2,
    Rejected = 3,
    Approved = 4,
    Stopped = 5,
    Dormant = 6,
    Blocked = 7,
}

/// <summary>What stands out at the top of the bubble. Numbers are stored: never renumber.</summary>
public enum Emphasis : byte
{
    None = 0,
    Text = 1,
    Image = 2,
    ItemList = 3,
}

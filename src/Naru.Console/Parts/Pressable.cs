using Naru.Core.Content;
using Naru.Engine.Ports;

namespace Naru.Console.Parts;

/// <summary>A button or quick reply of a bubble.</summary>
/// <param name="Index">Among <see cref="HandsetMessage.Pressables"/>: quick replies follow the buttons.</param>
/// <param name="Class">Of the style sheet.</param>
public readonly record struct Pressable(int Index, Button What, string Class)
{
    /// <summary>Where it leads, for who hovers over it.</summary>
    public string? Target => What.LinkMobile ?? What.SchemeAndroid ?? What.Extras?.Phone;

    internal static Pressable Button(Bubble bubble, int i) =>
        new(i, bubble.Buttons[i], bubble.Buttons[i].Kind == ButtonKind.AddChannel ? "alimtalk-button add-channel" : "alimtalk-button");

    internal static Pressable QuickReply(Bubble bubble, int i) => new(bubble.Buttons.Count + i, bubble.QuickReplies[i], "quick-reply");
}

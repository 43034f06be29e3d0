namespace Naru.Core.Templates.Matching;

/// <summary>A message with an emphasised title is none with an image or an item list (3030).</summary>
internal static class KindPart
{
    public static AlimTalkFault? Fault(Comparison message) =>
        message.Details.Emphasis is Emphasis.Image or Emphasis.ItemList && !string.IsNullOrEmpty(message.Content.Title)
            ? new AlimTalkFault("3030", TextDifference.Of("title", null, message.Content.Title))
            : null;
}

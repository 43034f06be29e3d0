using Naru.Core.Content;

namespace Naru.Core.Templates.Matching;

/// <summary>Where a tap on the bubble leads (3042).</summary>
internal static class LinkPart
{
    private static readonly LinkPattern s_nowhere = new(new RepresentLink(null));

    public static AlimTalkFault? Fault(Comparison message) => message.Parts.Link is null && message.Template.Link is null
        ? null
        : AlimTalkFault.Of("3042", (message.Template.Link ?? s_nowhere).Difference(message.Parts.Link ?? new RepresentLink(null), message.Rules, message.Variables)?.In("link"));
}

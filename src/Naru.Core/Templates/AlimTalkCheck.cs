using Naru.Core.Content;
using Naru.Core.Templates.Matching;

namespace Naru.Core.Templates;

/// <summary>
/// Compares an AlimTalk with its template as the Bizmessage centre does (rules §1.4): what stands outside the variables must agree
/// character by character, white space included; only line ends are normalised. Pure. Simulator, dry runs, linter and console ask the same.
/// </summary>
/// <remarks>
/// The parts are looked at in the order of <see cref="s_parts"/>, and within a part its length comes before its match: text (3013, 3014, 3016), title
/// (3029, 3028), buttons and quick replies (3026, 3027), kind of message (3030), header (3032, 3031), highlight (3034, 3035, 3033), items (3037, 3036),
/// summary (3039, 3040, 3038), link (3042), and at last the length of values (3025). The centre's own order is not published (inferred). What it takes
/// from the template itself (subtitle, images, extra information, the invitation to add the channel) is not part of a request and not compared.
/// </remarks>
public static class AlimTalkCheck
{
    private static readonly Func<Comparison, AlimTalkFault?>[] s_parts =
    [
        TextPart.Fault,
        TitlePart.Fault,
        ButtonsPart.Fault,
        KindPart.Fault,
        HeaderPart.Fault,
        HighlightPart.Fault,
        ItemsPart.Fault,
        SummaryPart.Fault,
        LinkPart.Fault,
        ValuesPart.Fault,
    ];

    /// <summary>Every code that a message's content can be refused with.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "3013", "3014", "3016", "3025", "3026", "3027", "3028", "3029", "3030", "3031", "3032", "3033", "3034", "3035", "3036", "3037", "3038", "3039", "3040", "3042",
    ];

    public static AlimTalkVerdict Compare(AlimTalkPattern template, AlimTalkContent content, AlimTalkRules rules)
    {
        var comparison = new Comparison(template, content, rules);
        foreach (var part in s_parts)
        {
            if (part(comparison) is { } fault)
            {
                return AlimTalkVerdict.Refused(fault.Code, fault.Difference);
            }
        }

        return new AlimTalkVerdict(null, comparison.Variables);
    }

    /// <summary>The first fault of every part, not only of the first: for people who mend a message.</summary>
    public static IReadOnlyList<AlimTalkFault> Faults(AlimTalkPattern template, AlimTalkContent content, AlimTalkRules rules)
    {
        var comparison = new Comparison(template, content, rules);
        return [.. s_parts.Select(part => part(comparison)).OfType<AlimTalkFault>()];
    }
}

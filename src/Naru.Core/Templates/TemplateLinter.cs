using Naru.Core.Content;
using Naru.Core.Images;
using Naru.Core.Templates.Linting;

namespace Naru.Core.Templates;

/// <summary>
/// What KakaoTalk's inspection would say to a template, and its centre to a message: every rule of bizmessage-rules §1.2 to §1.4, and what reviewers reject.
/// The rules are in <see cref="LintRules"/>. Pure, and linear in what it reads.
/// </summary>
public static class TemplateLinter
{
    private static readonly Action<LintRun>[] s_checks =
    [
        NameRules.Check,
        TextRules.Check,
        VariableRules.Check,
        GreetingRules.Check,
        EmphasisRules.Check,
        ItemListRules.Check,
        SummaryRules.Check,
        ButtonRules.Check,
        LinkRules.Check,
        ButtonKindRules.Check,
        ChannelRules.Check,
        DeliveryRules.Check,
        QuickReplyRules.Check,
        ExtraRules.Check,
        CategoryRules.Check,
        SecurityRules.Check,
        WordingRules.Check,
    ];

    /// <summary>What is wrong with a template; a reviewer rejects what has a <see cref="Severity.Warning"/> or worse.</summary>
    public static IReadOnlyList<Finding> Check(TemplateDetails template, AlimTalkRules rules)
    {
        var run = new LintRun(template, rules);
        foreach (var check in s_checks)
        {
            check(run);
        }

        return run.Findings;
    }

    /// <summary>What is wrong with a template's code; null where nothing is.</summary>
    public static Finding? CheckCode(string code, AlimTalkRules rules) => NameRules.CheckCode(code, rules);

    /// <summary>What is wrong with the images that were looked at; of the others nothing is said.</summary>
    public static IReadOnlyList<Finding> CheckImages(IEnumerable<PlacedImage> images, ImageReadings readings, AlimTalkRules rules) =>
        [.. images.SelectMany(image => readings.Of(image) is { } reading ? ImageRules.Check(image.Place, image.Use, reading, rules) : [])];

    /// <summary>What the centre would answer to a message, with the places at which it leaves its template: the first fault of each part.</summary>
    public static IReadOnlyList<Finding> CheckMessage(AlimTalkPattern template, AlimTalkContent message, AlimTalkRules rules)
    {
        var findings = AlimTalkCheck.Faults(template, message, rules).Select(MessageRules.Of).ToList();
        if (template.Template.Details.Buttons.Any(button => button.Kind == ButtonKind.DeliveryTracking) && !Couriers.IsTrackable(message.Text))
        {
            findings.Add(MessageRules.NotTrackable());
        }

        return findings;
    }
}

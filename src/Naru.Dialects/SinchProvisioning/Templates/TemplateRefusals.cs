using Naru.Core.Images;
using Naru.Core.Templates;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Engine.Images;

namespace Naru.Dialects.SinchProvisioning.Templates;

/// <summary>What KakaoTalk refuses at once, before any reviewer sees it: files that are none, and where a template is handed in, what the linter calls an error.</summary>
internal sealed class TemplateRefusals(ImageInspector images, AlimTalkRules rules)
{
    /// <summary>The images that have to be looked at before it is stored.</summary>
    /// <param name="there">What is there now: of an image that was looked at when it was saved nothing new is asked, until it is handed in.</param>
    public static IEnumerable<PlacedImage> ToRead(TemplateDetails details, TemplateDetails? there, bool submit) =>
        submit || there is null ? PlacedImage.Of(details) : PlacedImage.Of(details).Except(PlacedImage.Of(there));

    public ValueTask<ImageReadings> ReadAsync(IEnumerable<PlacedImage> asked, CancellationToken cancellationToken) => images.ReadAsync(asked, cancellationToken);

    /// <param name="readings">Of the images that were looked at; nothing is said of others.</param>
    public ProvisioningError? Of(TemplateDetails details, ImageReadings readings, bool submit)
    {
        var placed = PlacedImage.Of(details).ToList();
        if (FileErrors.Of(placed, readings, rules, static image => "details." + image.Place) is { } wrongFile)
        {
            return wrongFile;
        }

        var errors = submit
            ? TemplateLinter.Check(details, rules).Concat(TemplateLinter.CheckImages(placed, readings, rules)).Where(finding => finding.Severity == Severity.Error).ToList()
            : [];
        return errors.Count == 0
            ? null
            : ProvisioningError.TemplateRefused.With(ErrorAnswer.ValidationErrors, [.. errors.Select(finding => $"{finding.Rule} ({finding.Place}): {finding.Explanation.En}")]);
    }
}

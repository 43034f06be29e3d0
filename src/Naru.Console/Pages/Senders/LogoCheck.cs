using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Images;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Images;

namespace Naru.Console.Pages.Senders;

/// <summary>Looks at the logo of a sender that is handed in. A draft is kept whatever it is.</summary>
internal sealed class LogoCheck(ImageInspector images, AlimTalkRules rules)
{
    public async ValueTask CheckAsync(SenderDetails details, bool submit, Words words, FormFaults faults, CancellationToken cancellationToken)
    {
        // What has to be corrected anyway is corrected first.
        if (!submit || faults.Count > 0)
        {
            return;
        }

        var logo = PlacedImage.Of(details).ToArray();
        if (TemplateLinter.CheckImages(logo, await images.ReadAsync(logo, cancellationToken), rules) is [var finding, ..])
        {
            faults.Add("logo", finding.Explanation.In(words));
        }
    }
}

using Naru.Console.Access;
using Naru.Core.Senders;
using Naru.Core.Templates;

namespace Naru.Console.Pages.Review;

public static class ReviewLinks
{
    /// <summary>Where a verdict on a sender, or on a template of it, is sent.</summary>
    public static string PathOf(Visitor visitor, Sender sender, Template? template, string verdict) =>
        visitor.Path("review") + (template is null ? $"/senders/{sender.Key}/" : $"/templates/{sender.Key}/{Uri.EscapeDataString(template.Code)}/") + verdict;
}

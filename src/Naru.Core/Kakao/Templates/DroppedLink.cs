namespace Naru.Core.Kakao.Templates;

/// <summary>A link that was taken out, because its domain is not one of the app's (contracts/kakao-developers.md §6).</summary>
/// <param name="Place">Such as <c>buttons[0].link.web_url</c>.</param>
public sealed record DroppedLink(string Place, string Url);

/// <summary>Takes out the web links that lead to unregistered domains. The message goes all the same: its buttons fall back to the app, or do nothing.</summary>
public static class LinkRule
{
    public static TalkTemplate Apply(DevelopersApp app, TalkTemplate template, out IReadOnlyList<DroppedLink> dropped)
    {
        var gone = new List<DroppedLink>();
        dropped = gone;
        return template with
        {
            Link = template.Link is { } link ? Keep(link, template.Shape == TalkShape.List ? "header_link" : "link") : null,
            Contents = [.. template.Contents.Select((content, at) => content with
            {
                Link = Keep(content.Link, template.Shape == TalkShape.List ? $"contents[{at}].link" : "content.link"),
            })],
            Buttons = [.. template.Buttons.Select((button, at) => button with { Link = Keep(button.Link, $"buttons[{at}].link") })],
        };

        TalkLink Keep(TalkLink of, string place) => of with { WebUrl = Kept(of.WebUrl, place + ".web_url"), MobileWebUrl = Kept(of.MobileWebUrl, place + ".mobile_web_url") };

        string? Kept(string? url, string place)
        {
            if (string.IsNullOrEmpty(url) || WebDomain.IsRegistered(app, url))
            {
                return url;
            }

            gone.Add(new DroppedLink(place, url));
            return null;
        }
    }
}

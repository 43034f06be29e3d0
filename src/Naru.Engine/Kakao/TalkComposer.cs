using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Engine.Kakao.Scraping;

namespace Naru.Engine.Kakao;

/// <summary>Makes messages of what callers send: a template object, a custom template with its arguments, or a page to be scraped.</summary>
public sealed class TalkComposer(KakaoDirectory directory, PageScraper scraper)
{
    /// <summary>Scraped values by the placeholders that a custom template may have for them.</summary>
    private static class Scraped
    {
        public const string Title = "OG_TITLE";
        public const string Description = "OG_DESCRIPTION";
        public const string Image = "OG_IMAGE";
        public const string Url = "OG_URL";
    }

    public static ComposedTalk? FromObject(DevelopersApp app, JsonElement json, out KakaoFault? fault)
    {
        var template = TemplateReader.Read(json, app.Overflow, out var broken);
        fault = broken is null ? null : KakaoFault.Unreadable("template_object", broken.ToString());
        return template is null ? null : Linked(app, template, [], null);
    }

    /// <param name="purpose">For what it is used; a template made for the other is refused.</param>
    /// <param name="me">Who sends it: <c>${ME}</c>.</param>
    public ComposedTalk? FromCustom(
        DevelopersApp app, long id, IReadOnlyDictionary<string, string>? arguments, TemplatePurpose purpose, string me, out KakaoFault? fault)
    {
        if (directory.FindTemplate(app.Id, id) is not { } custom)
        {
            fault = KakaoFault.OutOfRange("template_id", $"This app has no template {id}.");
            return null;
        }

        if (custom.Purpose != TemplatePurpose.Both && custom.Purpose != purpose)
        {
            fault = KakaoFault.OutOfRange("template_id", $"The template {id} is made for {(custom.Purpose == TemplatePurpose.Share ? "sharing" : "messages")} only.");
            return null;
        }

        var (json, missing) = TemplateArguments.Fill(custom.Object, arguments ?? new Dictionary<string, string>(StringComparer.Ordinal), me);
        using var filled = TemplateReader.Parse(json);
        var template = TemplateReader.Read(filled.RootElement, app.Overflow, out var broken);
        fault = broken is null ? null : KakaoFault.OutOfRange("template_args", broken.ToString());
        return template is null ? null : Linked(app, template, missing, id);
    }

    /// <summary>A feed of what the page says about itself, or a custom template filled with it.</summary>
    public async ValueTask<(ComposedTalk? Talk, KakaoFault? Fault)> FromPageAsync(
        DevelopersApp app, string url, long? id, IReadOnlyDictionary<string, string>? arguments, TemplatePurpose purpose, string me, CancellationToken cancellationToken)
    {
        if (WebDomain.Of(url) is null)
        {
            return (null, KakaoFault.OutOfRange("request_url", "It must be an address that begins with http or https."));
        }

        if (!WebDomain.IsRegistered(app, url))
        {
            return (null, KakaoFault.OutOfRange("request_url", $"The domain {WebDomain.Of(url)} is not registered."));
        }

        var (page, fault) = await scraper.ReadAsync(app.Workspace, url, cancellationToken);
        if (page is null)
        {
            return (null, fault);
        }

        if (id is { } custom)
        {
            var all = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Scraped.Title] = page.Title,
                [Scraped.Description] = page.Description ?? "",
                [Scraped.Image] = page.ImageUrl ?? "",
                [Scraped.Url] = page.Url,
            };
            foreach (var (key, value) in arguments ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                all[key] = value;
            }

            return (FromCustom(app, custom, all, purpose, me, out var refused), refused);
        }

        var link = new TalkLink(page.Url, page.Url);
        var feed = new TalkTemplate(TalkShape.Feed)
        {
            Contents =
            [
                new TalkContent(link)
                {
                    Title = page.Title,
                    Description = page.Description,
                    ImageUrl = page.ImageUrl,
                    ImageWidth = page.ImageWidth,
                    ImageHeight = page.ImageHeight,
                },
            ],
        };
        return (Linked(app, feed, [], null), null);
    }

    private static ComposedTalk Linked(DevelopersApp app, TalkTemplate template, IReadOnlyList<string> unfilled, long? id) =>
        new(LinkRule.Apply(app, template, out var dropped), dropped, unfilled, id);
}

using Naru.Console.Api;
using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Registry;

namespace Naru.Console.Testing;

/// <summary>Checks an order and makes templates of it, with the limits of rules §1.2 and §1.3.</summary>
internal static class WorkspaceOrderReader
{
    public const int MaxWorkspaceName = 100;
    public const int MaxUrl = 2048;
    public const int MaxTemplates = 100;
    public const int MaxCode = 30;
    public const int MaxTemplateName = 150;
    public const int MaxTitle = 50;
    public const int MaxButtons = 5;

    public static void Check(WorkspaceOrder order)
    {
        Length(order.Name, "name", MaxWorkspaceName);
        if (order.ReportUrl is { } url
            && (url.Length > MaxUrl || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)))
        {
            throw Bad("reportUrl", "is an absolute http or https URL");
        }

        if (order.Templates?.Count > MaxTemplates)
        {
            throw Bad("templates", $"has at most {MaxTemplates} entries");
        }
    }

    public static IReadOnlyList<Template> Templates(WorkspaceOrder order, string senderKey, DateTimeOffset now)
    {
        if (order.Templates is not { } ordered)
        {
            return StarterTemplates.For(senderKey, now);
        }

        var templates = ordered.Select((template, i) => Read(template, senderKey, now, $"templates[{i}]")).ToList();
        for (var i = 0; i < templates.Count; i++)
        {
            if (templates.FindIndex(template => template.Code == templates[i].Code) < i)
            {
                throw Bad($"templates[{i}].code", "is the same as another's");
            }
        }

        return templates;
    }

    private static Template Read(TemplateOrder? order, string senderKey, DateTimeOffset now, string at)
    {
        if (order is null)
        {
            throw Bad(at, "is an object");
        }

        var code = Required(order.Code, $"{at}.code", MaxCode);
        if (!code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw Bad($"{at}.code", "has letters, digits, _ and - only");
        }

        Length(order.Name, $"{at}.name", MaxTemplateName);
        Length(order.Title, $"{at}.title", MaxTitle);
        Length(order.Subtitle, $"{at}.subtitle", MaxTitle);
        var text = Required(order.Text, $"{at}.text", AlimTalkRules.Default.MaxText);
        return new Template(senderKey, code, TemplateState.Approved, new TemplateDetails(order.Name ?? code, text)
        {
            Emphasis = order.Title is null ? Emphasis.None : Emphasis.Text,
            Title = order.Title,
            Subtitle = order.Subtitle,
            Buttons = Buttons(order.Buttons ?? [], $"{at}.buttons"),
        })
        {
            CreatedAt = now,
            ModifiedAt = now,
        };
    }

    private static List<Button> Buttons(IReadOnlyList<ButtonItem?> orders, string at)
    {
        if (orders.Count > MaxButtons)
        {
            throw Bad(at, $"has at most {MaxButtons} entries");
        }

        return [.. orders.Select((order, i) => Read(order, $"{at}[{i}]"))];
    }

    private static Button Read(ButtonItem? order, string at)
    {
        if (order is null)
        {
            throw Bad(at, "is an object");
        }

        var kind = ButtonCodes.Find(order.Type) ?? throw Bad($"{at}.type", $"is one of {string.Join(", ", ButtonCodes.All.Order(StringComparer.Ordinal))}");
        foreach (var (link, name) in new[]
        {
            (order.LinkMobile, "linkMobile"), (order.LinkPc, "linkPc"), (order.SchemeAndroid, "schemeAndroid"), (order.SchemeIos, "schemeIos"),
        })
        {
            Length(link, $"{at}.{name}", AlimTalkRules.Default.MaxLink);
        }

        return new Button(kind, Required(order.Name, $"{at}.name", 14), order.LinkMobile, order.LinkPc, order.SchemeAndroid, order.SchemeIos);
    }

    private static string Required(string? text, string at, int most)
    {
        Length(text, at, most);
        return string.IsNullOrWhiteSpace(text) ? throw Bad(at, "is needed") : text;
    }

    private static void Length(string? text, string at, int most)
    {
        if (text?.Length > most)
        {
            throw Bad(at, $"has at most {most} characters");
        }
    }

    private static ApiProblemException Bad(string at, string rule) => new(ApiProblem.Bad(at, $"'{at}' {rule}."));
}

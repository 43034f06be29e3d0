using Naru.Core.Workspaces;
using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>Reads the body of a POST or PATCH of a webhook (contracts/sinch.md §3.7).</summary>
/// <param name="checkTarget">What is wrong with a URL; null where nothing is.</param>
internal sealed class WebhookRequestReader(Func<string, string?> checkTarget)
{
    private const int MaxTarget = AppBounds.MaxTarget;

    /// <summary>Where the contract names no limit for a text (ours).</summary>
    private const int MaxText = AppBounds.MaxWebhookSecret;

    private static readonly JsonChoice<bool> s_targetType = new(("HTTP", true), ("DISMISS", false));

    private static readonly JsonChoice<bool> s_inForm = new(("BASIC", false), ("FORM", true));

    public static string TargetTypeWord(bool enabled) => enabled ? "HTTP" : "DISMISS";

    public static string TokenRequestWord(bool inForm) => inForm ? "FORM" : "BASIC";

    public WebhookRequest ReadCreate(ref StrictJson json)
    {
        var request = ReadUpdate(ref json);
        json.Require(request.AppId is not null, WebhookMembers.App);
        json.Require(request.Target is not null, WebhookMembers.Target);
        json.Require(request.Triggers is not null, WebhookMembers.Triggers);
        return request;
    }

    public WebhookRequest ReadUpdate(ref StrictJson json)
    {
        var request = new WebhookRequest();
        while (json.NextMember())
        {
            if (json.Is("app_id"u8))
            {
                request.AppId = json.String(Member(WebhookMembers.App), MaxText, min: 1);
            }
            else if (json.Is("target"u8))
            {
                request.Target = ReadUrl(ref json, Member(WebhookMembers.Target), MaxTarget);
            }
            else if (json.Is("target_type"u8))
            {
                request.Enabled = json.Choice(Member(WebhookMembers.TargetType), s_targetType);
            }
            else if (json.Is("secret"u8))
            {
                request.Secret = json.String(Member(WebhookMembers.Secret), MaxText);
            }
            else if (json.Is("triggers"u8))
            {
                request.Triggers = ReadTriggers(ref json, Member(WebhookMembers.Triggers));
            }
            else if (json.Is("client_credentials"u8))
            {
                request.Credentials = ReadCredentials(ref json, Member(WebhookMembers.Credentials));
            }
            else
            {
                json.SkipMember();
            }
        }

        return request;

        string Member(string name)
        {
            request.Members.Add(name);
            return name;
        }
    }

    private static List<string>? ReadTriggers(ref StrictJson json, string name)
    {
        if (!json.BeginArray(name))
        {
            return json.IsNull ? null : [];
        }

        var words = new List<string>();
        while (json.NextItem())
        {
            var word = WebhookTriggers.WordOf(json.ItemChoice(WebhookTriggers.Choice));
            if (!words.Contains(word, StringComparer.Ordinal))
            {
                words.Add(word);
            }
        }

        json.RequireItems();
        json.End();
        return words;
    }

    private ClientCredentials? ReadCredentials(ref StrictJson json, string name)
    {
        if (!json.BeginObject(name))
        {
            return null;
        }

        string? id = null;
        string? secret = null;
        string? url = null;
        string? scope = null;
        string? responseType = null;
        var inForm = false;
        while (json.NextMember())
        {
            if (json.Is("client_id"u8))
            {
                id = json.String("client_id", MaxText, min: 1);
            }
            else if (json.Is("client_secret"u8))
            {
                secret = json.String("client_secret", MaxText, min: 1);
            }
            else if (json.Is("endpoint"u8))
            {
                url = ReadUrl(ref json, "endpoint", MaxText);
            }
            else if (json.Is("scope"u8))
            {
                scope = json.String("scope", 1024);
            }
            else if (json.Is("response_type"u8))
            {
                responseType = json.String("response_type", 64);
            }
            else if (json.Is("token_request_type"u8))
            {
                inForm = json.Choice("token_request_type", s_inForm) ?? false;
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(id is not null, "client_id");
        json.Require(secret is not null, "client_secret");
        json.Require(url is not null, "endpoint");
        json.End();
        return new ClientCredentials(
            id ?? "", secret ?? "", url ?? "", scope is { Length: > 0 } ? scope : null, responseType is { Length: > 0 } ? responseType : null, inForm);
    }

    private string? ReadUrl(ref StrictJson json, string name, int max)
    {
        var before = json.Faults.Count;
        var url = json.String(name, max, min: 1);
        if (url is not null && json.Faults.Count == before && checkTarget(url) is { } wrong)
        {
            json.Fault(name, wrong);
        }

        return url;
    }
}

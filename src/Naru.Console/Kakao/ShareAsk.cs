using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Console.Kakao;

/// <summary>What an app's page asks the share picker for (contracts/kakao-developers.md §7). It is carried from step to step in the form.</summary>
/// <param name="Action"><c>default</c>, <c>scrap</c> or <c>custom</c>.</param>
/// <param name="Parameters">JSON.</param>
/// <param name="ServerArguments">JSON; empty: the app wants no callback.</param>
public sealed record ShareAsk(string AppKey, string Ka, string Action, string Parameters, string ServerArguments)
{
    public static readonly string[] Fields = ["app_key", "ka", "validation_action", "validation_params", "lcba"];

    public string[] Values => [AppKey, Ka, Action, Parameters, ServerArguments];

    public static ShareAsk Read(Func<string, string> field) => new(field("app_key"), field("ka"), field("validation_action"), field("validation_params"), field("lcba"));

    /// <summary>The app, where its key and the page's origin are registered.</summary>
    public DevelopersApp? App(KakaoDirectory directory, IPAddress? address, out ShareFault? fault)
    {
        fault = null;
        if (directory.FindKey(AppKey) is not var (app, kind) || kind == AppKeyKind.Admin)
        {
            fault = ShareFault.WrongKey;
            return null;
        }

        if (CallerRule.CheckSource(app, CallSource.Read(address, Ka)) is { } refused)
        {
            fault = refused == KakaoFault.Suspended ? ShareFault.AppSuspended : ShareFault.NotRegistered with { Message = refused.Message };
            return null;
        }

        return app;
    }

    /// <summary>The message, or why it cannot be made.</summary>
    public async ValueTask<(ValidatedShare? Share, ShareFault? Fault)> ValidateAsync(ShareDesk desk, DevelopersApp app, string me, CancellationToken cancellationToken)
    {
        try
        {
            using var json = TemplateReader.Parse(Parameters);
            var (share, fault) = Action switch
            {
                "default" => desk.FromObject(app, Text(json.RootElement, "template_object")),
                "custom" => desk.FromCustom(app, Number(json.RootElement, "template_id") ?? 0, Map(json.RootElement, "template_args"), me),
                "scrap" => await desk.FromPageAsync(
                    app, Text(json.RootElement, "request_url"), Number(json.RootElement, "template_id"), Map(json.RootElement, "template_args"), me, cancellationToken),
                _ => (null, KakaoFault.OutOfRange("validation_action", "It must be default, scrap or custom.")),
            };
            return share is null ? (null, ShareFault.BadRequest(fault!.Message)) : (share, null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, ShareFault.BadRequest("validation_params cannot be read."));
        }
    }

    /// <summary>Null where there are none.</summary>
    public IReadOnlyDictionary<string, string>? Arguments()
    {
        if (ServerArguments.Length == 0)
        {
            return null;
        }

        try
        {
            using var json = TemplateReader.Parse(ServerArguments);
            return Map(json.RootElement);
        }
        catch (JsonException)
        {
            // What cannot be read cannot be handed on; the share goes all the same, as the documentation promises no error for it.
            return null;
        }
    }

    /// <summary>Text as it is; an object, which some SDKs send unquoted, as its JSON.</summary>
    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";

    private static long? Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && long.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), out var number) ? number : null;

    private static Dictionary<string, string>? Map(JsonElement of, string name)
    {
        if (!of.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Map(value);
        }

        using var inner = TemplateReader.Parse(value.GetString()!);
        return Map(inner.RootElement);
    }

    private static Dictionary<string, string>? Map(JsonElement value) => value.ValueKind != JsonValueKind.Object
        ? null
        : value.EnumerateObject().GroupBy(member => member.Name)
            .ToDictionary(same => same.Key, same => same.Last().Value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : same.Last().Value.GetRawText(), StringComparer.Ordinal);
}

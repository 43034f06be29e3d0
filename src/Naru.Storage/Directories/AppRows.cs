using System.Text.Json;
using System.Text.Json.Serialization;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Storage.Rows;

namespace Naru.Storage.Directories;

internal sealed record AppRow
{
    public long Id { get; init; }

    public long Workspace { get; init; }

    public string Public_id { get; init; } = "";

    public long Created { get; init; }

    public string Body { get; init; } = "";

    public static AppRow Of(App from, ISecretBox box)
    {
        var body = new AppBody(
            from.DisplayName, [.. from.Channels.Select(c => Each(c, box.Seal))], from.Mode, from.Retention, from.DispatchDays, from.ReportsMetadata,
            Sealed.Or(from.CallbackSecret, box.Seal), from.RetryFor, from.FallbackWait, from.Limits);
        return new AppRow
        {
            Id = from.Id,
            Workspace = from.Workspace.Value,
            Public_id = from.PublicId,
            Created = Instants.ToMilliseconds(from.CreatedAt),
            Body = JsonSerializer.Serialize(body, AppJson.Default.AppBody),
        };
    }

    public App ToApp(ISecretBox box)
    {
        var body = JsonSerializer.Deserialize(Body, AppJson.Default.AppBody)!;
        return new App(
            (int)Id, new WorkspaceId((int)Workspace), Public_id, body.DisplayName, [.. body.Channels.Select(c => Each(c, box.Open))], body.Mode, body.Retention,
            body.DispatchDays, body.ReportsMetadata, Sealed.Or(body.CallbackSecret, box.Open), body.RetryFor, body.FallbackWait, body.Limits,
            Instants.FromMilliseconds(Created));
    }

    private static AppChannel Each(AppChannel channel, Func<string, string> turn) =>
        channel with { ApiKey = Sealed.Or(channel.ApiKey, turn), CallbackSecret = Sealed.Or(channel.CallbackSecret, turn) };
}

internal sealed record AppBody(
    string DisplayName,
    IReadOnlyList<AppChannel> Channels,
    ProcessingMode Mode,
    AppRetention Retention,
    int DispatchDays,
    bool ReportsMetadata,
    string? CallbackSecret,
    TimeSpan? RetryFor,
    TimeSpan? FallbackWait,
    AppLimits Limits);

/// <summary>A subscription within its endpoint's row.</summary>
internal static class SubscriptionColumn
{
    public static string? Write(Subscription? subscription, ISecretBox box) =>
        subscription is null ? null : JsonSerializer.Serialize(Each(subscription, box.Seal), AppJson.Default.Subscription);

    public static Subscription? Read(string? column, ISecretBox box) =>
        column is null ? null : Each(JsonSerializer.Deserialize(column, AppJson.Default.Subscription)!, box.Open);

    private static Subscription Each(Subscription subscription, Func<string, string> turn) => subscription with
    {
        Secret = Sealed.Or(subscription.Secret, turn),
        Credentials = subscription.Credentials is { } credentials ? credentials with { ClientSecret = turn(credentials.ClientSecret) } : null,
    };
}

internal static class Sealed
{
    public static string? Or(string? secret, Func<string, string> turn) => secret is null ? null : turn(secret);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(AppBody))]
[JsonSerializable(typeof(Subscription))]
internal sealed partial class AppJson : JsonSerializerContext;

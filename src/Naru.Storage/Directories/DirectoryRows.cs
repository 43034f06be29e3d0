using System.Text.Json;
using System.Text.Json.Serialization;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Storage.Rows;

namespace Naru.Storage.Directories;

// The rows of the cold tables as Dapper fills them: properties are named as the columns are.

internal sealed record WorkspaceRow
{
    public long Id { get; init; }

    public string Public_id { get; init; } = "";

    public string Name { get; init; } = "";

    public long Kind { get; init; }

    public string Settings { get; init; } = "";

    public long Created { get; init; }

    public static WorkspaceRow Of(Workspace from) => new()
    {
        Id = from.Id.Value,
        Public_id = from.PublicId.ToString("D"),
        Name = from.Name,
        Kind = (long)from.Kind,
        Settings = JsonSerializer.Serialize(from.Settings, DirectoryJson.Default.WorkspaceSettings),
        Created = Instants.ToMilliseconds(from.CreatedAt),
    };

    public Workspace ToWorkspace() => new(
        new WorkspaceId((int)Id), Guid.ParseExact(Public_id, "D"), Name, (WorkspaceKind)Kind,
        JsonSerializer.Deserialize(Settings, DirectoryJson.Default.WorkspaceSettings)!, Instants.FromMilliseconds(Created));
}

internal sealed record CredentialRow
{
    public long Id { get; init; }

    public long Workspace { get; init; }

    public long Kind { get; init; }

    public string Name { get; init; } = "";

    public string Secret_hash { get; init; } = "";

    public string Scopes { get; init; } = "";

    public long Created { get; init; }

    public long? Last_used { get; init; }

    public long? Revoked { get; init; }

    public static CredentialRow Of(Credential from) => new()
    {
        Id = from.Id,
        Workspace = from.Workspace.Value,
        Kind = (long)from.Kind,
        Name = from.Name,
        Secret_hash = from.SecretHash,
        Scopes = JsonSerializer.Serialize(from.Scopes, DirectoryJson.Default.IReadOnlyListString),
        Created = Instants.ToMilliseconds(from.CreatedAt),
        Last_used = Instants.ToMilliseconds(from.LastUsedAt),
        Revoked = Instants.ToMilliseconds(from.RevokedAt),
    };

    public Credential ToCredential() => new(
        Id, new WorkspaceId((int)Workspace), (CredentialKind)Kind, Name, Secret_hash,
        JsonSerializer.Deserialize(Scopes, DirectoryJson.Default.IReadOnlyListString)!,
        Instants.FromMilliseconds(Created), Instants.FromMilliseconds(Last_used), Instants.FromMilliseconds(Revoked));
}

internal sealed record SenderRow
{
    public string Key { get; init; } = "";

    public long Workspace { get; init; }

    public string Channel_name { get; init; } = "";

    public string Display_name { get; init; } = "";

    public long State { get; init; }

    public string Body { get; init; } = "";

    public static SenderRow Of(Sender from) => new()
    {
        Key = from.Key,
        Workspace = from.Workspace.Value,
        Channel_name = from.ChannelName,
        Display_name = from.DisplayName,
        State = (long)from.State,
        Body = JsonSerializer.Serialize(
            new SenderBody(
                string.Equals(from.GivenName, from.ChannelName, StringComparison.Ordinal) ? null : from.GivenName,
                from.Details.AdminPhone, from.Details.LogoUrl, from.Details.CategoryCode, from.Changes, from.Verification,
                from.CreatedAt, from.ModifiedAt, from.SubmittedAt, from.DeletedAt),
            DirectoryJson.Default.SenderBody),
    };

    public Sender ToSender()
    {
        var body = JsonSerializer.Deserialize(Body, DirectoryJson.Default.SenderBody)!;
        var details = new SenderDetails(Display_name, body.AdminPhone, body.LogoUrl, body.CategoryCode);
        return new Sender(new WorkspaceId((int)Workspace), Key, Channel_name, (SenderState)State, details)
        {
            GivenName = body.GivenName ?? Channel_name,
            Changes = body.Changes,
            Verification = body.Verification,
            CreatedAt = body.CreatedAt,
            ModifiedAt = body.ModifiedAt,
            SubmittedAt = body.SubmittedAt,
            DeletedAt = body.DeletedAt,
        };
    }
}

internal sealed record SenderBody(
    string? GivenName, string? AdminPhone, string? LogoUrl, string? CategoryCode, SenderChanges? Changes, SenderVerification? Verification,
    DateTimeOffset CreatedAt, DateTimeOffset ModifiedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? DeletedAt);

internal sealed record TemplateRow
{
    public string Sender { get; init; } = "";

    public string Code { get; init; } = "";

    public long State { get; init; }

    public string Body { get; init; } = "";

    public static TemplateRow Of(Template from) => new()
    {
        Sender = from.SenderKey,
        Code = from.Code,
        State = (long)from.State,
        Body = JsonSerializer.Serialize(
            new TemplateBody(from.Details, from.Changes, from.CreatedAt, from.ModifiedAt, from.SubmittedAt, from.UsedAt, from.WokenAt),
            DirectoryJson.Default.TemplateBody),
    };

    public Template ToTemplate()
    {
        var body = JsonSerializer.Deserialize(Body, DirectoryJson.Default.TemplateBody)!;
        return new Template(Sender, Code, (TemplateState)State, body.Details)
        {
            Changes = body.Changes,
            CreatedAt = body.CreatedAt,
            ModifiedAt = body.ModifiedAt,
            SubmittedAt = body.SubmittedAt,
            UsedAt = body.UsedAt,
            WokenAt = body.WokenAt,
        };
    }
}

internal sealed record TemplateBody(
    TemplateDetails Details, TemplateChanges? Changes, DateTimeOffset CreatedAt, DateTimeOffset ModifiedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? UsedAt,
    DateTimeOffset? WokenAt);

internal sealed record EndpointRow
{
    public long Id { get; init; }

    public long Workspace { get; init; }

    public string Url { get; init; } = "";

    public string Content_type { get; init; } = "";

    public long Created { get; init; }

    public long? Resting_until { get; init; }

    public long Failures { get; init; }

    public string? Last_failure { get; init; }

    public string? Subscription { get; init; }

    public static EndpointRow Of(WebhookEndpoint from, ISecretBox box) => new()
    {
        Id = from.Id,
        Workspace = from.Workspace.Value,
        Url = from.Url,
        Content_type = from.ContentType,
        Created = Instants.ToMilliseconds(from.CreatedAt),
        Resting_until = Instants.ToMilliseconds(from.RestingUntil),
        Failures = from.Failures,
        Last_failure = from.LastFailure,
        Subscription = SubscriptionColumn.Write(from.Subscription, box),
    };

    public WebhookEndpoint ToEndpoint(ISecretBox box) => new(
        (int)Id, new WorkspaceId((int)Workspace), Url, Content_type, Instants.FromMilliseconds(Created),
        Instants.FromMilliseconds(Resting_until), (int)Failures, Last_failure, SubscriptionColumn.Read(Subscription, box));
}

internal sealed record TokenRow
{
    public string Hash { get; init; } = "";

    public long Workspace { get; init; }

    public long Credential { get; init; }

    public long Kind { get; init; }

    public long Created { get; init; }

    public long Expires { get; init; }

    public static TokenRow Of(AccessToken from) => new()
    {
        Hash = from.Hash,
        Workspace = from.Workspace.Value,
        Credential = from.CredentialId,
        Kind = (long)from.Kind,
        Created = Instants.ToMilliseconds(from.CreatedAt),
        Expires = Instants.ToMilliseconds(from.ExpiresAt),
    };

    public AccessToken ToToken() => new(
        Hash, new WorkspaceId((int)Workspace), Credential, (AccessTokenKind)Kind, Instants.FromMilliseconds(Created), Instants.FromMilliseconds(Expires));
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkspaceSettings))]
[JsonSerializable(typeof(SenderBody))]
[JsonSerializable(typeof(TemplateBody))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class DirectoryJson : JsonSerializerContext;

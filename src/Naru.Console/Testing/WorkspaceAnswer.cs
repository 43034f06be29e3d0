namespace Naru.Console.Testing;

/// <summary>A disposable workspace with everything that its owner needs; the only time that the secrets are told.</summary>
internal sealed record WorkspaceAnswer(
    string Id, string Name, InfobipKeys Infobip, SinchKeys Sinch, SenderItem Sender, IReadOnlyList<TemplateItem> Templates, IReadOnlyList<string> SmsNumbers);

internal sealed record InfobipKeys(string ApiKey, string Username, string Password, string ClientId, string ClientSecret);

internal sealed record SinchKeys(string ProjectId, string KeyId, string KeySecret, string AppId);

internal sealed record SenderItem(string Key, string ChannelName);

internal sealed record TemplateItem(string Code, string Name, string Text, string? Title, string? Subtitle, IReadOnlyList<ButtonItem> Buttons);

/// <summary>The disposable workspaces that are there, without their secrets.</summary>
internal sealed record WorkspaceListAnswer(IReadOnlyList<WorkspaceItem> Workspaces);

internal sealed record WorkspaceItem(string Id, string Name, string CreatedAt);

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>The members of a webhook, as the body and the mask name them.</summary>
internal static class WebhookMembers
{
    public const string App = "app_id";
    public const string Target = "target";
    public const string TargetType = "target_type";
    public const string Secret = "secret";
    public const string Triggers = "triggers";
    public const string Credentials = "client_credentials";

    /// <summary>What a mask may name. The id is only shown: naming it changes nothing.</summary>
    public static readonly IReadOnlyCollection<string> All = [App, Target, TargetType, Secret, Triggers, Credentials, "id"];
}

using Naru.Core.Workspaces;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>Reads the body of a POST or PATCH of an app (contracts/sinch.md §3.2).</summary>
internal static partial class AppRequestReader
{
    /// <summary>Where the contract names no limit for a text (ours).</summary>
    public const int MaxText = AppBounds.MaxDisplayName;

    public const int MaxSecret = AppBounds.MaxSecret;

    private const int MaxRate = AppBounds.MaxPerSecond;

    private const int MaxQueue = AppBounds.MaxQueued;

    public static AppRequest ReadCreate(ref StrictJson json)
    {
        var request = ReadUpdate(ref json);
        json.Require(request.DisplayName is not null, AppMembers.DisplayName);
        json.Require(request.Channels is not null, AppMembers.Credentials);
        return request;
    }

    public static AppRequest ReadUpdate(ref StrictJson json)
    {
        var request = new AppRequest();
        while (json.NextMember())
        {
            if (json.Is("display_name"u8))
            {
                request.DisplayName = json.String(Member(AppMembers.DisplayName), MaxText, min: 1);
            }
            else if (json.Is("channel_credentials"u8))
            {
                request.Channels = CredentialReader.ReadAll(ref json, Member(AppMembers.Credentials));
            }
            else if (json.Is("conversation_metadata_report_view"u8))
            {
                request.ReportsMetadata = json.Choice(Member(AppMembers.MetadataView), AppWords.MetadataView);
            }
            else if (json.Is("processing_mode"u8))
            {
                request.Mode = json.Choice(Member(AppMembers.Mode), AppWords.Mode);
            }
            else if (json.Is("retention_policy"u8))
            {
                ReadRetention(ref json, Member(AppMembers.Retention), request);
            }
            else if (json.Is("dispatch_retention_policy"u8))
            {
                ReadDispatchRetention(ref json, Member(AppMembers.DispatchRetention), request);
            }
            else if (json.Is("smart_conversation"u8))
            {
                ReadSmart(ref json, Member(AppMembers.Smart), request);
            }
            else if (json.Is("callback_settings"u8))
            {
                ReadCallbacks(ref json, Member(AppMembers.Callbacks), request);
            }
            else if (json.Is("message_retry_settings"u8))
            {
                ReadRetry(ref json, Member(AppMembers.Retry), request);
            }
            else if (json.Is("delivery_report_based_fallback"u8))
            {
                ReadFallback(ref json, Member(AppMembers.Fallback), request);
            }
            else if (json.Is("rate_limits"u8))
            {
                ReadRates(ref json, Member(AppMembers.Rates), request);
            }
            else if (json.Is("queue_stats"u8))
            {
                ReadQueue(ref json, Member(AppMembers.Queue), request);
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
}

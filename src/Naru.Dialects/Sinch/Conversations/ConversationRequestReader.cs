using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Contacts;

namespace Naru.Dialects.Sinch.Conversations;

/// <summary>Reads the body of a POST or PATCH of a conversation (contracts/sinch.md §3.6, §5).</summary>
internal static class ConversationRequestReader
{
    public const string NotAnAppId = "must be the id of an app: a ULID";

    private const int MaxId = 64;
    private const int MaxMetadata = 1024;
    private const int MaxCorrelationId = 128;

    public static ConversationRequest ReadCreate(ref StrictJson json)
    {
        var request = ReadUpdate(ref json);
        json.Require(request.AppId is not null, ConversationMembers.AppId);
        if (request.AppId is { } app && !Ulid.TryParse(app, out _))
        {
            json.Fault(ConversationMembers.AppId, NotAnAppId);
        }

        json.Require(request.ContactId is not null, ConversationMembers.ContactId);
        return request;
    }

    public static ConversationRequest ReadUpdate(ref StrictJson json)
    {
        var request = new ConversationRequest();
        while (json.NextMember())
        {
            if (json.Is("app_id"u8))
            {
                request.AppId = json.String(Member(ConversationMembers.AppId), MaxId);
            }
            else if (json.Is("contact_id"u8))
            {
                request.ContactId = json.String(Member(ConversationMembers.ContactId), MaxId);
            }
            else if (json.Is("active"u8))
            {
                request.Active = json.Boolean(Member(ConversationMembers.Active));
            }
            else if (json.Is("active_channel"u8))
            {
                request.ActiveChannel = json.Choice(Member(ConversationMembers.ActiveChannel), ContactChannels.Choice);
            }
            else if (json.Is("metadata"u8))
            {
                request.Metadata = json.String(Member(ConversationMembers.Metadata), MaxMetadata);
            }
            else if (json.Is("metadata_json"u8))
            {
                request.MetadataJson = ReadMetadata(ref json, Member(ConversationMembers.MetadataJson));
            }
            else if (json.Is("correlation_id"u8))
            {
                request.CorrelationId = json.String(Member(ConversationMembers.CorrelationId), MaxCorrelationId);
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

    private static string? ReadMetadata(ref StrictJson json, string name)
    {
        var metadata = json.RawObject(name, int.MaxValue);
        if (!MergePatch.Fits(metadata))
        {
            json.Fault(name, $"size must be at most {MergePatch.MetadataLimit} bytes");
        }

        return metadata;
    }
}

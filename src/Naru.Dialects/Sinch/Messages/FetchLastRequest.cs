using System.Globalization;
using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Requests;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>The body of <c>POST messages:fetch-last-message</c> (contracts/sinch.md §3.1).</summary>
internal sealed class FetchLastRequest
{
    public const string OneOf = "must have exactly one of [channel_identities, contact_ids]";

    private const int MaxNamed = 1000;
    private const int MaxLength = 2048;

    public List<string>? Identities { get; private set; }

    public List<string>? Contacts { get; private set; }

    public string? AppId { get; private set; }

    public MessageFilter Filter { get; private set; } = new();

    public int PageSize { get; private set; } = ListMessages.DefaultPage;

    /// <summary>The public id of the last message of the page before.</summary>
    public string? After { get; private set; }

    public static FetchLastRequest Read(ref StrictJson json)
    {
        var request = new FetchLastRequest();
        var faults = json.Faults.Count;
        while (json.NextMember())
        {
            request.ReadMember(ref json);
        }

        if (json.Faults.Count == faults)
        {
            request.Check(ref json);
        }

        return request;
    }

    private void ReadMember(ref StrictJson json)
    {
        if (json.Is("channel_identities"u8))
        {
            Identities = ReadTexts(ref json, "channel_identities");
        }
        else if (json.Is("contact_ids"u8))
        {
            Contacts = ReadTexts(ref json, "contact_ids");
        }
        else if (json.Is("app_id"u8))
        {
            AppId = json.String("app_id", MaxLength) is { Length: > 0 } id ? id : null;
        }
        else if (json.Is("messages_source"u8))
        {
            Filter = Filter with { InConversations = json.Choice("messages_source", MessageFilter.Sources) ?? true };
        }
        else if (json.Is("view"u8))
        {
            Filter = Filter with { WithMetadata = json.Choice("view", MessageFilter.Views) ?? true };
        }
        else if (json.Is("channel"u8))
        {
            Filter = Filter with { Channel = json.Choice("channel", SinchChannels.Choice) };
        }
        else if (json.Is("direction"u8))
        {
            Filter = Filter with { Direction = json.Choice("direction", MessageFilter.Directions) ?? MessageDirection.Any };
        }
        else if (json.Is("start_time"u8))
        {
            Filter = Filter with { Since = ReadTime(ref json, "start_time") };
        }
        else if (json.Is("end_time"u8))
        {
            Filter = Filter with { Until = ReadTime(ref json, "end_time") };
        }
        else if (json.Is("page_size"u8))
        {
            PageSize = json.Int32("page_size", 0) is { } size and > 0 ? Math.Min(size, ListMessages.MaxPage) : ListMessages.DefaultPage;
        }
        else if (json.Is("page_token"u8))
        {
            After = ReadToken(ref json);
        }
        else
        {
            json.SkipMember();
        }
    }

    private void Check(ref StrictJson json)
    {
        if (Identities is null == Contacts is null)
        {
            json.Fault(OneOf);
        }
        else if (Contacts is not null && !Filter.InConversations)
        {
            json.Fault("contact_ids", "messages outside conversations belong to no contact");
        }

        if (AppId is not null && !Ulid.TryParse(AppId, out _))
        {
            json.Fault("app_id", SendReader.NotUlid);
        }
    }

    private static List<string>? ReadTexts(ref StrictJson json, string name)
    {
        if (!json.BeginArray(name))
        {
            return null;
        }

        var texts = new List<string>();
        while (json.NextItem())
        {
            texts.Add(json.ItemString(MaxLength, 1));
        }

        if (texts.Count > MaxNamed)
        {
            json.Fault(string.Create(CultureInfo.InvariantCulture, $"size must be between 0 and {MaxNamed}"));
        }

        json.End();
        return texts.Count == 0 ? null : texts;
    }

    private static DateTimeOffset? ReadTime(ref StrictJson json, string name)
    {
        if (json.String(name, MaxLength) is not { Length: > 0 } text)
        {
            return null;
        }

        if (SinchTime.TryParse(text, out var at))
        {
            return at;
        }

        json.Fault(name, SinchTime.Rule);
        return null;
    }

    private static string? ReadToken(ref StrictJson json)
    {
        if (json.String("page_token", MaxLength) is not { Length: > 0 } token)
        {
            return null;
        }

        if (PageToken.TryRead(MessagePage.List, token, out var after))
        {
            return after;
        }

        json.Fault("page_token", PageToken.Rule);
        return null;
    }
}

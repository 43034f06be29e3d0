using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>recipient</c>: a contact, or addresses on channels; one of the two.</summary>
internal static class RecipientReader
{
    public const string OneOf = "must have exactly one of [contact_id, identified_by]";

    private const int MaxId = 255;

    /// <summary>No limit is published. Kakao's user keys have 20 characters, e-mail addresses 320.</summary>
    private const int MaxIdentity = 320;

    /// <summary>False where there is none.</summary>
    public static bool Read(ref StrictJson json, SendDraft draft)
    {
        draft.ContactId = null;
        draft.Identities.Clear();
        if (!json.BeginObject("recipient"))
        {
            return !json.IsNull;
        }

        var faults = json.Faults.Count;
        var identified = false;
        while (json.NextMember())
        {
            if (json.Is("contact_id"u8))
            {
                draft.ContactId = json.String("contact_id", MaxId) is { Length: > 0 } id ? id : null;
            }
            else if (json.Is("identified_by"u8))
            {
                identified = ReadIdentifiedBy(ref json, draft);
            }
            else
            {
                json.SkipMember();
            }
        }

        if (json.Faults.Count == faults && identified == draft.ContactId is not null)
        {
            json.Fault(OneOf);
        }

        json.End();
        return true;
    }

    private static bool ReadIdentifiedBy(ref StrictJson json, SendDraft draft)
    {
        if (!json.BeginObject("identified_by"))
        {
            return !json.IsNull;
        }

        var identities = false;
        while (json.NextMember())
        {
            if (json.Is("channel_identities"u8))
            {
                identities = ReadIdentities(ref json, draft);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(identities, "channel_identities");
        json.End();
        return true;
    }

    private static bool ReadIdentities(ref StrictJson json, SendDraft draft)
    {
        draft.Identities.Clear();
        if (!json.BeginArray("channel_identities"))
        {
            return !json.IsNull;
        }

        while (json.NextItem())
        {
            if (json.BeginItem())
            {
                draft.Identities.Add(ReadIdentity(ref json));
            }
        }

        json.RequireItems();
        json.End();
        return true;
    }

    private static IdentityDraft ReadIdentity(ref StrictJson json)
    {
        SinchChannel? channel = null;
        string? identity = null;
        string? appId = null;
        while (json.NextMember())
        {
            if (json.Is("channel"u8))
            {
                channel = json.Choice("channel", SinchChannels.Choice);
            }
            else if (json.Is("identity"u8))
            {
                identity = json.String("identity", MaxIdentity, 1);
            }
            else if (json.Is("app_id"u8))
            {
                appId = json.String("app_id", MaxId);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(channel is not null, "channel");
        json.Require(identity is not null, "identity");
        json.End();
        return new IdentityDraft(channel ?? SinchChannel.Other, identity ?? "", appId);
    }
}

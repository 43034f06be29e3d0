using System.Text.Json;
using Naru.Core.Senders;
using Naru.Dialects.Sinch;
using Naru.Dialects.SinchProvisioning.Answers;

namespace Naru.Dialects.SinchProvisioning.Senders;

/// <summary>
/// Writes senders as Sinch shows them, and two members more: <c>status</c>, of which the vendor's guide speaks, and <c>senderKey</c> once the sender can be
/// used, for which the vendor sends its customers to an account manager.
/// </summary>
internal static class SenderJson
{
    public static void Write(Utf8JsonWriter json, Sender sender)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, PublicIds.Of(sender));
        json.WriteString("plusFriendId"u8, sender.GivenName);
        json.WriteString("status"u8, SenderWords.WholeOf(sender));
        if (SenderWords.StateOf(sender) is { } state)
        {
            json.WriteString("state"u8, state);
        }

        if (SenderWords.ChangesOf(sender) is var (status, details))
        {
            json.WriteStartObject("changes"u8);
            json.WriteString("status"u8, status);
            json.WritePropertyName("details"u8);
            Write(json, details);
            json.WriteEndObject();
        }

        if (sender.WasApproved)
        {
            json.WritePropertyName("details"u8);
            Write(json, sender.Details);
        }

        json.WriteString("created"u8, SinchTime.Format(sender.CreatedAt));
        json.WriteString("modified"u8, SinchTime.Format(sender.ModifiedAt));
        if (sender.State == SenderState.Active)
        {
            json.WriteString("senderKey"u8, sender.Key);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SenderDetails details)
    {
        var form = SenderForm.Of(details);
        json.WriteStartObject();
        Write(SenderMembers.AdminPhone, form.AdminPhone);
        Write(SenderMembers.Name, form.Name);
        Write(SenderMembers.Logo, form.Logo);
        Write(SenderMembers.Top, form.Top);
        Write(SenderMembers.Mid, form.Mid);
        Write(SenderMembers.Sub, form.Sub);
        json.WriteEndObject();

        void Write(string member, string? value)
        {
            if (value is not null)
            {
                json.WriteString(member, value);
            }
        }
    }
}

using System.Text;
using System.Text.Json;
using Naru.Core.Templates;
using Naru.Dialects.Sinch;
using Naru.Dialects.SinchProvisioning.Answers;

namespace Naru.Dialects.SinchProvisioning.Templates;

/// <summary>Writes templates as Sinch shows them, and one member more: <c>status</c>, as senders have it.</summary>
internal static class TemplateJson
{
    /// <summary>KakaoTalk's own sentence in AD and MI templates, which nobody writes.</summary>
    private const string InvitationToAdd = "채널 추가하고 이 채널의 광고와 마케팅 메시지를 카카오톡으로 받기";

    public static void Write(Utf8JsonWriter json, Template template)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, PublicIds.Of(template));
        json.WriteString("code"u8, template.Code);
        json.WriteString("status"u8, TemplateWords.WholeOf(template));
        if (TemplateWords.StateOf(template) is { } state)
        {
            json.WriteString("state"u8, state);
        }

        if (TemplateWords.ChangesOf(template) is var (status, details))
        {
            json.WriteStartObject("changes"u8);
            json.WriteString("status"u8, status);
            json.WritePropertyName("details"u8);
            Write(json, details);
            json.WriteEndObject();
        }

        if (template.WasApproved)
        {
            json.WritePropertyName("details"u8);
            Write(json, template.Details);
        }

        json.WriteString("created"u8, SinchTime.Format(template.CreatedAt));
        json.WriteString("modified"u8, SinchTime.Format(template.ModifiedAt));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TemplateDetails details)
    {
        json.WriteStartObject();
        json.WriteString("language"u8, details.Language);
        json.WriteString("messageType"u8, TemplateWords.Kinds.WordOf(details.Kind));
        json.WriteString(
            "emphasizeType"u8, details.Emphasis == Emphasis.ItemList ? Encoding.UTF8.GetBytes(TemplateWords.Unrecognized) : TemplateWords.Emphases.WordOf(details.Emphasis));
        json.WriteString("categoryCode"u8, details.CategoryCode);
        json.WriteBoolean("securityFlag"u8, details.Security);
        json.WriteString("name"u8, details.Name);
        json.WriteString("content"u8, details.Text);
        Write("extra", details.Extra);
        Write("ad", details.Kind is TemplateKind.AddChannel or TemplateKind.Mixed ? InvitationToAdd : null);
        Write("title", details.Title);
        Write("subtitle", details.Subtitle);
        Write("imageName", details.ImageName);
        Write("imageUrl", details.ImageUrl);
        TemplateButtons.Write(json, details.Buttons);
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

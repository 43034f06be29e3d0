using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Provisioning;
using Naru.Dialects.Sinch;
using Naru.Dialects.SinchProvisioning.Answers;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Dialects.SinchProvisioning.Requests;
using Naru.Dialects.SinchProvisioning.Senders;
using Naru.Dialects.SinchProvisioning.Templates;
using Naru.Engine.Registry;

namespace Naru.Dialects.SinchProvisioning.Activities;

/// <summary>The history of senders and templates, newest first: <c>/activities</c>, which the vendor's guide calls <c>/notifications</c>.</summary>
internal sealed class ActivityEndpoints(WorkspaceDirectory directory)
{
    public const int MostPerPage = 100;
    public const int PerPage = 50;

    public Task ListOfSenderAsync(HttpContext context, SinchCaller caller) => directory.FindSender(caller.Workspace.Id, SenderEndpoints.NameOf(context)) is { } sender
        ? ListAsync(context, sender.Key, null, SenderWords.Activities)
        : ErrorAnswer.WriteAsync(context, ProvisioningError.SenderNotFound);

    public Task ListOfTemplateAsync(HttpContext context, SinchCaller caller) =>
        directory.FindSender(caller.Workspace.Id, SenderEndpoints.NameOf(context)) is { } sender && directory.FindTemplate(sender.Key, TemplateEndpoints.CodeOf(context)) is { } found
            ? ListAsync(context, sender.Key, found.Template.Code, TemplateWords.Activities)
            : ErrorAnswer.WriteAsync(context, ProvisioningError.TemplateNotFound);

    private async Task ListAsync(HttpContext context, string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind> kinds)
    {
        var (page, error) = PageAsked.Read(context, templateCode is null ? "sender-activities" : "template-activities", PerPage, MostPerPage);
        if (error is not null)
        {
            await ErrorAnswer.WriteAsync(context, error);
            return;
        }

        var read = await directory.ReadActivitiesAsync(senderKey, templateCode, kinds, page.Skip, page.Size, context.RequestAborted);
        await PageAnswer.WriteAsync(context, page, "notifications", read.Activities, read.Total, Write);
    }

    private static void Write(Utf8JsonWriter json, Activity activity)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, ActivityWords.Of(activity.Kind));
        json.WriteString("created"u8, SinchTime.Format(activity.At));
        json.WriteString("author"u8, activity.Author);
        if (activity.Comment is { } comment)
        {
            json.WriteString("comment"u8, comment);
        }

        json.WriteEndObject();
    }
}

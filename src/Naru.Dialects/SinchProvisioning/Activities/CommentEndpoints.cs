using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Provisioning;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Dialects.SinchProvisioning.Requests;
using Naru.Dialects.SinchProvisioning.Senders;
using Naru.Dialects.SinchProvisioning.Templates;
using Naru.Engine.Provisioning;

namespace Naru.Dialects.SinchProvisioning.Activities;

/// <summary><c>/comments</c> of senders and templates: what their owner has to say to the reviewers.</summary>
internal sealed class CommentEndpoints(SenderDesk senders, TemplateDesk templates)
{
    private const string Comment = "comment";
    private const int Max = 65_535;

    public async Task OnSenderAsync(HttpContext context, SinchCaller caller)
    {
        if (await ProvisioningBody.ReadAsync(context, Read) is not { } given)
        {
            return;
        }

        var step = await senders.CommentAsync(caller.Workspace.Id, SenderEndpoints.NameOf(context), given.Comment, Actors.Of(caller), context.RequestAborted);
        await (step.Fault is { } fault ? ErrorAnswer.WriteAsync(context, StepFaults.OfSender(fault)) : AnswerAsync(context, step.Activities[0]));
    }

    public async Task OnTemplateAsync(HttpContext context, SinchCaller caller)
    {
        if (await ProvisioningBody.ReadAsync(context, Read) is not { } given)
        {
            return;
        }

        var step = await templates.TakeAsync(
            caller.Workspace.Id, SenderEndpoints.NameOf(context), TemplateEndpoints.CodeOf(context),
            (life, template, now) => life.Comment(template, Actors.Of(caller), given.Comment, now), context.RequestAborted);
        await (step.Fault is { } fault ? ErrorAnswer.WriteAsync(context, StepFaults.OfTemplate(fault)) : AnswerAsync(context, step.Activities[0]));
    }

    private static Task AnswerAsync(HttpContext context, Activity added) => SinchAnswer.WriteAsync(context, StatusCodes.Status201Created, added, Write);

    private static void Write(Utf8JsonWriter json, Activity added)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "CREATED"u8);
        json.WriteString("comment"u8, added.Comment);
        json.WriteString("created"u8, SinchTime.Format(added.At));
        json.WriteEndObject();
    }

    private static GivenComment Read(ref StrictJson json)
    {
        string? comment = null;
        while (json.NextMember())
        {
            if (json.Is("comment"u8))
            {
                comment = json.String(Comment, Max, min: 1);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(comment is not null, Comment);
        return new GivenComment(comment ?? "");
    }

    private sealed record GivenComment(string Comment);
}

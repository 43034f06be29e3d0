using Microsoft.AspNetCore.Http;
using Naru.Core.Conversations;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Conversations;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary><c>/contacts</c>, <c>/contacts/{contact_id}</c> and what can be done with contacts.</summary>
internal sealed class ContactEndpoints(ContactBook book, WorkspaceDirectory directory)
{
    public const string Parameter = "contact_id";

    public async Task CreateAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, ContactRequestReader.ReadCreate) is { } request)
        {
            await AnswerAsync(context, await book.CreateContactAsync(request.Create(caller.Workspace.Id)));
        }
    }

    public async Task GetAsync(HttpContext context, SinchCaller caller)
    {
        var contact = Named(context) is { } id ? await book.FindContactAsync(caller.Workspace.Id, id, context.RequestAborted) : null;
        await AnswerAsync(context, contact is null ? TalkFault.NoContact : contact);
    }

    public async Task UpdateAsync(HttpContext context, SinchCaller caller)
    {
        var mask = UpdateMask.Of(context.Request);
        var faults = new ShapeFaults();
        mask.Check(faults, ContactMembers.All);
        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
        }
        else if (await SinchBody.ReadAsync(context, ContactRequestReader.ReadUpdate) is not { } request)
        {
            // What is wrong was answered.
        }
        else if (request.TakesAllIdentities(mask))
        {
            await FaultAnswer.BadRequestAsync(context, new ShapeFault(ContactMembers.Identities, StrictJson.Empty));
        }
        else
        {
            await AnswerAsync(context, Named(context) is { } id
                ? await book.ChangeContactAsync(caller.Workspace.Id, id, request.Identities ?? [], contact => request.ApplyTo(contact, mask))
                : TalkFault.NoContact);
        }
    }

    public async Task DeleteAsync(HttpContext context, SinchCaller caller)
    {
        var (_, fault) = Named(context) is { } id ? await book.DeleteContactAsync(caller.Workspace.Id, id) : TalkFault.NoContact;
        await (fault == TalkFault.None ? SinchAnswer.WriteNothingAsync(context) : TalkFaultAnswer.WriteAsync(context, fault));
    }

    /// <summary>The contact in the path stays.</summary>
    public async Task MergeAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, MergeRequest.Read) is not { } request)
        {
            return;
        }

        if (Named(context) is not { } stays || book.ReadContactId(request.Source) is not { } goes)
        {
            await TalkFaultAnswer.WriteAsync(context, TalkFault.NoContact);
        }
        else if (stays == goes)
        {
            await FaultAnswer.BadRequestAsync(context, new ShapeFault("source_id", "must be another contact than the one that stays"));
        }
        else
        {
            await AnswerAsync(context, await book.MergeContactsAsync(caller.Workspace.Id, stays, goes));
        }
    }

    /// <summary>KakaoTalk shows nobody's profile to businesses (contracts/sinch.md §3.6).</summary>
    public async Task GetChannelProfileAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, ProfileRequest.Read) is { } request)
        {
            await FaultAnswer.WriteAsync(
                context,
                directory.FindApp(caller.Workspace.Id, request.App) is null
                    ? SinchFault.NoSuch("App")
                    : SinchFault.InvalidArgument with { Word = "UNSUPPORTED_OPERATION", Message = "The channel has no profiles." });
        }
    }

    private long? Named(HttpContext context) => book.ReadContactId(context.Request.RouteValues[Parameter] as string);

    private Task AnswerAsync(HttpContext context, TalkResult<Contact> result) => result is { Fault: TalkFault.None, Value: { } contact }
        ? SinchAnswer.WriteAsync(context, (Contact: contact, Id: book.ContactId(contact.Id)), static (json, shown) => ContactJson.Write(json, shown.Contact, shown.Id))
        : TalkFaultAnswer.WriteAsync(context, result.Fault);
}

using Microsoft.AspNetCore.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Conversations;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>Why a contact or a conversation was not changed, in Sinch's words. The contract has no conflict (409): what collides is a wrong argument.</summary>
internal static class TalkFaultAnswer
{
    public static Task WriteAsync(HttpContext context, TalkFault fault) => fault switch
    {
        TalkFault.NoContact => FaultAnswer.WriteAsync(context, SinchFault.NoSuch("Contact")),
        TalkFault.NoConversation => FaultAnswer.WriteAsync(context, SinchFault.NoSuch("Conversation")),
        TalkFault.NoWorkspace => FaultAnswer.WriteAsync(context, SinchFault.NoSuch("Project")),
        TalkFault.IdentityTaken => FaultAnswer.BadRequestAsync(context, new ShapeFault(ContactMembers.Identities, "another contact has one of these identities")),
        TalkFault.AlreadyActive => FaultAnswer.BadRequestAsync(context, new ShapeFault("active", "the app and the contact have another active conversation")),
        TalkFault.MetadataTooLarge => FaultAnswer.BadRequestAsync(context, new ShapeFault("metadata_json", "size must be at most 2048 bytes")),
        TalkFault.Unavailable => FaultAnswer.WriteAsync(context, SinchFault.Unavailable),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "It is no fault."),
    };
}

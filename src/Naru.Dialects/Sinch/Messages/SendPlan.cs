using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Intake;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>What is handed to the engine, or why the request cannot be accepted.</summary>
internal readonly record struct SendPlan(SubmittedMessage Message, SinchFault? Fault, IReadOnlyList<ShapeFault> Violations)
{
    public static SendPlan Of(SubmittedMessage message) => new(message, null, []);

    public static SendPlan No(SinchFault fault) => new(default, fault, []);

    public static SendPlan No(ShapeFault violation) =>
        new(default, SinchFault.InvalidArgument with { Message = $"{violation.Path}: {violation.Text}" }, [violation]);
}

/// <summary>A request that was looked at: the ways to try, and whether it belongs to a conversation.</summary>
/// <param name="Refused">Why it cannot be accepted; the rest says nothing then.</param>
/// <param name="Contact">The contact that it names; null where it names addresses.</param>
internal readonly record struct PreparedSend(SendPlan? Refused, List<Way> Ways, bool InTalk, long? Contact, IReadOnlyList<ContactIdentity> Identities)
{
    /// <summary>On which it will be talked: the first that can be gone, where there is one.</summary>
    public Channel FirstChannel => Ways.FirstOrDefault(static way => way.Refusal == EndReason.ResultCode, Ways[0]).Content.Channel;

    public static PreparedSend No(SendPlan refused) => new(refused, [], false, null, []);
}

/// <summary>A way to try, or why there is none; then the content stands for what was asked, so that people see it.</summary>
/// <param name="Note">Which part is at fault.</param>
internal readonly record struct Way(Recipient To, string Sender, MessageContent Content, EndReason Refusal, string? Note = null);

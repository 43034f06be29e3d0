using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Dialects.Infobip.Sending;
using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Omni;

/// <summary>Puts what a send has for channels into the order of its scenario.</summary>
internal sealed class ScenarioRoute(WorkspaceDirectory directory)
{
    /// <summary>A step for whose channel the request has nothing is left out; something must be left to send.</summary>
    public void Lay(Workspace workspace, SendDraft draft, ShapeFaults faults)
    {
        var message = draft.Messages[0];
        var scenario = draft.ScenarioKey is { } key ? directory.FindScenario(workspace.Id, key) : directory.DefaultScenarioOf(workspace.Id);
        if (scenario is null)
        {
            faults.Add(
                "scenarioKey", draft.ScenarioKey is null ? "must be given: this workspace has no default scenario" : "is the key of no scenario of this workspace");
            return;
        }

        var given = message.ByChannel!;
        message.Steps = [.. scenario.Flow.Where(step => given.ContainsKey(step.Channel)).Select(step => given[step.Channel] with { Sender = SenderOf(workspace, step) })];
        if (message.Steps.Count == 0)
        {
            faults.Add(OmniChannels.MemberOf(scenario.Flow[0].Channel), $"must be given: the scenario begins with {OmniChannels.WordOf(scenario.Flow[0].Channel)}");
            return;
        }

        message.Validity = message.Steps[0].Validity;
        message.Skipped = [.. scenario.Flow.Select(static step => step.Channel).Where(channel => !given.ContainsKey(channel)).Distinct()];
        foreach (var unused in given.Keys.Where(channel => scenario.Flow.All(step => step.Channel != channel)))
        {
            // Said by the caller, and heard by nobody.
            draft.Ignored = IgnoredMembers.With(draft.Ignored, OmniChannels.MemberOf(unused));
            draft.IgnoredForAll = IgnoredMembers.With(draft.IgnoredForAll, OmniChannels.MemberOf(unused));
        }
    }

    /// <summary>The key of a channel that is named as people know it: the one in use, where the workspace had several of the name.</summary>
    private string? SenderOf(Workspace workspace, OmniStep step) => step is { Channel: Channel.AlimTalk, Sender: ['@', ..] name }
        ? directory.SendersOf(workspace.Id).Where(sender => string.Equals(sender.ChannelName, name, StringComparison.Ordinal))
            .OrderByDescending(static sender => sender.State == SenderState.Active).FirstOrDefault()?.Key ?? name
        : step.Sender;
}

using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>The order in which a workspace's OMNI messages try channels (contracts/infobip.md §12).</summary>
/// <param name="Key"><see cref="KeyLength"/> hexadecimal digits, made here; unique in its workspace.</param>
/// <param name="Name">For people, at most <see cref="MaxName"/> characters.</param>
/// <param name="Flow">From 1 to <see cref="MaxSteps"/> steps.</param>
/// <param name="IsDefault">Messages that name no scenario go by it; a workspace has one at most.</param>
public sealed record OmniScenario(WorkspaceId Workspace, string Key, string? Name, IReadOnlyList<OmniStep> Flow, bool IsDefault, DateTimeOffset CreatedAt)
{
    public const int KeyLength = 32;
    public const int MaxName = 255;

    /// <summary>Each of them can be told of by itself.</summary>
    public const int MaxSteps = ReportEvents.StepsTold;

    /// <summary>How many a workspace may have.</summary>
    public const int MostOfWorkspace = 200;
}

/// <param name="Sender">As given: a sender key or <c>@name</c> of a KakaoTalk channel, or the number of a text; null for a text: the workspace's first number.</param>
public sealed record OmniStep(Channel Channel, string? Sender)
{
    /// <summary>Of <see cref="Sender"/>, in characters.</summary>
    public const int MaxSender = 255;
}

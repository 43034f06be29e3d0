using Naru.Core.Content;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>The app that the demo and every disposable workspace starts with.</summary>
public static class StarterApp
{
    /// <summary>The longest that messages outside conversations can be read back: whoever tries things out wants to see them in lists.</summary>
    public const int DispatchDays = 7;

    /// <summary>Without a number: the directory gives it one.</summary>
    public static App For(Workspace workspace, string publicId, string senderKey, string channelName) => new(
        0, workspace.Id, publicId, workspace.Name, [new AppChannel(Channel.AlimTalk, channelName, senderKey)], ProcessingMode.Dispatch, AppRetention.Default,
        DispatchDays, ReportsMetadata: false, CallbackSecret: null, RetryFor: null, FallbackWait: null, AppLimits.None, workspace.CreatedAt);
}

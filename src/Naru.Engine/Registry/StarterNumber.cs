using Naru.Core.Senders;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>The sender number that workspaces for demonstrations and tests start with. Several of them have it: their texts leave by the simulator.</summary>
public static class StarterNumber
{
    public const string Number = "15881234";

    public static Workspace With(Workspace workspace) =>
        workspace with { Settings = workspace.Settings with { SmsNumbers = [new SmsNumber(Number, workspace.CreatedAt)] } };
}

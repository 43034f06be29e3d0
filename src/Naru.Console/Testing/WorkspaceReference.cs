using Naru.Console.Api;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>The descriptions of <see cref="WorkspaceRoutes"/>.</summary>
internal static class WorkspaceReference
{
    public static readonly Operation Create = new("Make a disposable workspace")
    {
        Details = "With credentials for every front door, a sender and approved templates; nobody else sees what happens in it. " + TestReference.ThisMachineOnly,
        Body = Body.Of<WorkspaceOrder>(required: false),
        Answers =
        [
            Answer.Of<WorkspaceAnswer>(201, "The workspace with its secrets, which are told this once."),
            ApiReference.Bad,
            ApiReference.OffLoopback,
            ApiReference.TooLarge,
        ],
    };

    public static readonly Operation List = new("List the disposable workspaces")
    {
        Details = TestReference.ThisMachineOnly,
        Answers = [Answer.Of<WorkspaceListAnswer>(200, "Without their secrets."), ApiReference.OffLoopback],
    };

    public static readonly Operation Remove = new("Remove a disposable workspace")
    {
        Details = "With every row of it: credentials, messages, reports, what its phones received. " + TestReference.ThisMachineOnly,
        Parameters = [Parameter.Path("id", "Public id of the workspace.")],
        Answers = [new Answer(204, "Removed."), ApiReference.OffLoopback, ApiReference.Problem(404, "There is no such workspace that a test made.")],
    };
}

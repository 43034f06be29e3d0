using Naru.Console.Api;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>What the descriptions of the test routes have in common.</summary>
internal static class TestReference
{
    public const string Tag = "Test suites";

    /// <summary>How a length of time is written, with the longest one.</summary>
    public const string DurationRule = "A length of time such as `500ms`, `5s`, `2m`, `1h` or ISO 8601 (`PT5S`)";

    public const string ThisMachineOnly = "From this machine only, unless Naru was started with `--allow-remote`.";

    /// <summary>Of <see cref="TestCaller"/>.</summary>
    public static readonly IReadOnlyList<AuthScheme> Callers =
    [
        new("workspaceCredentials", AuthSchemeKind.Header, "The `Authorization` of any front door: the credentials that the suite sends with. Without any, the demo workspace or the one that `workspace` names, and then from this machine only."),
    ];

    public static readonly Parameter Workspace = Parameter.Text(TestCaller.Parameter, "Public id of a workspace; without credentials it chooses one of the demo's or of the disposable ones.");

    public static readonly IReadOnlyList<Answer> CallerFaults =
    [
        ApiReference.Bad, ApiReference.Problem(401, "The credentials are not known."), ApiReference.OffLoopback, ApiReference.Problem(404, "There is no such workspace."),
    ];
}

using Microsoft.AspNetCore.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine;
using Naru.Engine.Reference;

namespace Naru.Dialects.Sinch.DryRun;

/// <summary>Whether a send is only to be looked at, and as of when: an extension of ours.</summary>
/// <param name="Now">Null = now.</param>
internal readonly record struct DryRunQuery(bool IsDry, DateTimeOffset? Now)
{
    public const string Name = "dryRun";

    /// <summary>Where work is real, a plan as of another instant would only mislead.</summary>
    public const string NowName = "now";

    public static readonly IReadOnlyList<Parameter> Parameters =
    [
        Parameter.Flag(Name, "Only says what would become of it: each message gets `plan` and `findings`, and nothing is stored; an extension."),
        Parameter.Text(NowName, "With `dryRun`, in the demo and test modes: as if it were then."),
    ];

    public static DryRunQuery Read(HttpRequest request, GatewayModeOptions mode, ShapeFaults faults)
    {
        if (!request.QueryString.HasValue)
        {
            return default;
        }

        var query = new SinchQuery(request.Query, faults);
        var asked = new DryRunQuery(query.Flag(Name) ?? false, query.Time(NowName));
        if (asked.Now is not null && !mode.HasTestRoutes)
        {
            faults.Add(NowName, "is for demonstrations and tests: this gateway was started for real work");
        }
        else if (asked is { Now: not null, IsDry: false })
        {
            faults.Add(NowName, $"needs {Name}=true: nothing is sent as of another instant");
        }

        return asked;
    }
}

using Microsoft.AspNetCore.Http;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Json;
using Naru.Engine;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>Whether a send is only to be looked at, and as of when.</summary>
/// <param name="Now">Null = now.</param>
internal readonly record struct DryRunQuery(bool IsDry, DateTimeOffset? Now)
{
    public const string Name = "dryRun";

    /// <summary>Where work is real, a plan as of another instant would only mislead.</summary>
    public const string NowName = "now";

    public static DryRunQuery Read(HttpRequest request, GatewayModeOptions mode, ShapeFaults faults)
    {
        if (!request.QueryString.HasValue)
        {
            return default;
        }

        var query = new InfobipQuery(request.Query, faults);
        var asked = new DryRunQuery(query.Flag(Name), query.Date(NowName));
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

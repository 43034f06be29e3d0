using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>
/// The Batch API has paths of the Conversation API (contracts/sinch.md §1), so it lives under <c>/batch</c>. Requests for a host of its name
/// (<c>us.conversationbatch.…</c>, <c>batch.…</c>) find it at the root, as at Sinch's: their path is completed before anything looks at it.
/// </summary>
internal sealed class BatchHosts : IStartupFilter
{
    private static readonly string[] s_names = ["conversationbatch", "batch"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (IsBatch(context.Request.Host.Host) && SinchPaths.V1.Holds(context.Request.Path))
            {
                context.Request.Path = new PathString(SinchPaths.BatchPrefix).Add(context.Request.Path);
            }

            return rest(context);
        });
        next(app);
    };

    /// <summary>The first name, or the second after that of a region.</summary>
    private static bool IsBatch(string host)
    {
        var names = host.Split('.', 3);
        return IsName(names[0]) || (names.Length > 2 && IsName(names[1]));
    }

    private static bool IsName(string name) => s_names.Contains(name, StringComparer.OrdinalIgnoreCase);
}

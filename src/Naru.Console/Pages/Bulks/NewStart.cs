using Microsoft.AspNetCore.Http;
using Naru.Console.Text;
using Naru.Engine.Intake;

namespace Naru.Console.Pages.Bulks;

/// <summary>A new start for a bulk, as it was entered.</summary>
/// <param name="At">What the <c>datetime-local</c> field held.</param>
public sealed record NewStart(string At, string Zone)
{
    public static NewStart Read(IFormCollection form) => new(form["at"].ToString(), form["zone"].ToString());

    /// <returns>The instant, or what is wrong with it.</returns>
    public (DateTimeOffset Start, string? Fault) Instant(DateTimeOffset now, BulkWords words)
    {
        if (ZoneChoice.Named(Zone)?.Parse(At) is not { } start)
        {
            return (default, words.NeedsMoment);
        }

        return (start, start <= now ? words.MomentIsPast : start > now + Submission.FurthestAhead ? words.TooFar(Submission.FurthestAhead.Days) : null);
    }
}

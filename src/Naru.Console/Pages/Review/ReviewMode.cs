using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;

namespace Naru.Console.Pages.Review;

/// <summary>Who decides: the simulator's own reviewers after a while, or people here.</summary>
public sealed record ReviewMode(bool ByItself, string Seconds)
{
    /// <summary>A week: KakaoTalk takes two working days.</summary>
    public const int MaxSeconds = 7 * 24 * 3600;

    public static ReviewMode Of(TimeSpan? after) =>
        new(after is not null, ((long)(after ?? TimeSpan.FromSeconds(3)).TotalSeconds).ToString(CultureInfo.InvariantCulture));

    public static ReviewMode Read(IFormCollection form) => new(form["by"] != "hand", form["seconds"].ToString().Trim());

    public TimeSpan? After(ReviewWords words, FormFaults faults) =>
        ByItself ? TimeSpan.FromSeconds(faults.Number("seconds", Seconds, 0, MaxSeconds, words.SecondsNeeded)) : null;
}

/// <summary>What was just written at the desk and could not be done.</summary>
/// <param name="At">The id of the card it belongs to.</param>
public sealed record ReviewDraft(string At, string Text, FormFaults Faults);

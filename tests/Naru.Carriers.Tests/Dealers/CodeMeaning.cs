using Naru.Core.Results;

namespace Naru.Carriers.Tests.Dealers;

/// <summary>What a dealer's codes mean once they are ours.</summary>
internal static class CodeMeaning
{
    /// <param name="codes">The dealer's, with spaces between.</param>
    /// <param name="ours">Which of ours stands for one.</param>
    public static void ShouldMean(this string codes, ResultClass meaning, Func<string, string> ours)
    {
        foreach (var raw in codes.Split(' '))
        {
            ResultCodes.Find(ours(raw)).ShouldNotBeNull(raw).Class.ShouldBe(meaning, raw);
        }
    }
}

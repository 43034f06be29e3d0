namespace Naru.Core.Templates.Linting;

/// <summary>What reviewers reject for its words. Extra information may advertise (KakaoTalk's production guide 1-2) and is not looked at.</summary>
internal static class WordingRules
{
    private static readonly Wording[] s_all = [.. AdvertisingWordings.All, .. ForbiddenWordings.All];

    public static readonly LintRule[] All = [.. s_all.Select(wording => wording.Rule)];

    public static void Check(LintRun run)
    {
        var context = new WordingContext(run.Template);
        var members = MembersOf(run);
        foreach (var wording in s_all.Where(wording => !wording.Excused(context)))
        {
            foreach (var member in members)
            {
                if (wording.In(member.Masked) is { } match)
                {
                    run.Add(wording.Rule, member.Place, match.Index, match.Length, wording.Explanation, wording.Mend);
                }
            }
        }
    }

    private static List<LintText> MembersOf(LintRun run)
    {
        var template = run.Template;
        var members = run.Members.Where(member => !member.Place.Contains('.', StringComparison.Ordinal) || member.Place.StartsWith("highlight", StringComparison.Ordinal)).ToList();
        members.AddRange(template.Buttons.Select((button, i) => new LintText($"buttons[{i}].name", button.Name)));
        members.AddRange(template.QuickReplies.Select((reply, i) => new LintText($"quickReplies[{i}].name", reply.Name)));
        if (!string.IsNullOrEmpty(template.Subtitle))
        {
            members.Add(new LintText("subtitle", template.Subtitle));
        }

        return members;
    }
}

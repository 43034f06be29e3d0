using System.Diagnostics;
using System.Text;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Load.Methods;

/// <summary>How fast the template matcher is on one core: on a text as people send it, and on texts that were made to make it slow.</summary>
internal static class MatcherBench
{
    /// <summary>Long enough that the compiler has done its best before the clock starts.</summary>
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan s_measured = TimeSpan.FromSeconds(5);

    /// <summary>Ten variables in a thousand characters.</summary>
    public static (TemplatePattern Pattern, string Text) Ordinary()
    {
        var template = new StringBuilder();
        var line = "고객님께서 주문하신 내역을 아래와 같이 안내해 드립니다. 배송은 영업일 기준으로 이틀에서 사흘이 걸리며, 도착 예정일은 바뀔 수 있습니다. ";
        for (var i = 0; i < 10; i++)
        {
            template.Append("항목").Append(i).Append(": #{변수").Append(i).Append("}\n").Append(line, 0, Math.Min(line.Length, 78)).Append('\n');
        }

        template.Append('안', 1000 - template.Length);
        var pattern = TemplatePattern.Parse(template.ToString());
        var values = pattern.Names.ToDictionary(name => name, name => $"{name} 값 12,000원", StringComparer.Ordinal);
        return (pattern, pattern.Fill(values)!);
    }

    /// <summary>Matches a second; every one is checked to be one.</summary>
    public static double RateOf(Func<bool> match)
    {
        RunFor(s_warmUp, match);
        return RunFor(s_measured, match);
    }

    public static Func<bool> OfPattern()
    {
        var (pattern, text) = Ordinary();
        return () => pattern.Match(text, emptyValues: false) is not null;
    }

    /// <summary>With all that the centre compares besides: a title and two buttons.</summary>
    public static Func<bool> OfMessage()
    {
        var (pattern, text) = Ordinary();
        var written = pattern.Fill(pattern.Names.ToDictionary(name => name, name => $"#{{{name}}}", StringComparer.Ordinal))!;
        var button = new Button(ButtonKind.WebLink, "보기", "https://naru.example/#{변수0}");
        var template = new AlimTalkPattern(new Template("key", "code", TemplateState.Approved, new TemplateDetails("이름", written)
        {
            Emphasis = Emphasis.Text, Title = "#{변수1} 안내", Subtitle = "안내", Buttons = [button, new Button(ButtonKind.BotKeyword, "문의")],
        }));
        var content = new AlimTalkContent("code", text, "값 안내", [button with { LinkMobile = "https://naru.example/1" }, new Button(ButtonKind.BotKeyword, "문의")], null);
        return () => AlimTalkCheck.Compare(template, content, AlimTalkRules.Default).IsMatch;
    }

    /// <summary>How long one text takes that agrees with a literal again and again, and never to its end.</summary>
    /// <param name="literal">Characters of the literal that is looked for.</param>
    public static TimeSpan WorstOf(int literal, int text)
    {
        var pattern = TemplatePattern.Parse($"#{{a}}{new string('a', literal - 1)}b#{{c}}.");
        var adversarial = new string('a', text - 1) + ".";
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var began = Stopwatch.GetTimestamp();
            if (pattern.Match(adversarial) is not null || pattern.Difference("text", adversarial) is null)
            {
                throw new InvalidOperationException("The text matched: nothing was measured.");
            }

            var took = Stopwatch.GetElapsedTime(began);
            best = took < best ? took : best;
        }

        return best;
    }

    private static double RunFor(TimeSpan time, Func<bool> match)
    {
        long matches = 0;
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            for (var i = 0; i < 1000; i++, matches++)
            {
                if (!match())
                {
                    throw new InvalidOperationException("The text did not match: nothing was measured.");
                }
            }
        }

        return matches / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}

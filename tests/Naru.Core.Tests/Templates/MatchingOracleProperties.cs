using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Templates;

namespace Naru.Core.Tests.Templates;

/// <summary>
/// The promise of the matcher, by an oracle that tries every way: it takes exactly the texts that some values make from the template. So a text with a
/// changed literal is taken only if other values make it (a value may hold what a literal says), and one that was made is never refused.
/// </summary>
public sealed class MatchingOracleProperties
{
    [Fact]
    public void A_template_matches_every_text_made_from_it_whatever_the_values_hold() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
            Gen.Zip(NastyTexts.Templates, NastyTexts.Pieces.Where(value => value.Length > 0).ListOf(20)).ToArbitrary(),
            sample =>
            {
                var pattern = TemplatePattern.Parse(sample.Item1);
                var values = pattern.Names.Select((name, i) => KeyValuePair.Create(name, sample.Item2[i % 20])).ToDictionary(StringComparer.Ordinal);
                var text = pattern.Fill(values).ShouldNotBeNull();

                pattern.Fill(pattern.Match(text, emptyValues: false).ShouldNotBeNull()).ShouldBe(text);
                pattern.Fill(pattern.Match(text).ShouldNotBeNull()).ShouldBe(text);
            }));

    [Fact]
    public void A_template_matches_exactly_the_texts_that_some_values_make_from_it() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(
            NastyTexts.Pairs(Gen.Elements(true, false)).ToArbitrary(),
            sample =>
            {
                var (template, text, emptyValues) = sample;

                (TemplatePattern.Parse(template).Match(text, emptyValues) is not null).ShouldBe(IsMadeFrom(template, text, emptyValues));
            }));

    [Fact]
    public void The_literals_of_a_text_that_was_changed_in_one_character_are_all_found_or_it_is_refused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
            NastyTexts.Pairs(Gen.Choose(0, int.MaxValue - 1)).ToArbitrary(),
            sample =>
            {
                var (template, made, at) = sample;
                var pattern = TemplatePattern.Parse(template);
                var text = pattern.Fill(pattern.Names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => made.Length == 0 ? "b" : made, StringComparer.Ordinal))!;
                if (text.Length > 0)
                {
                    var changed = text.Remove(at % text.Length, 1).Insert(at % text.Length, "※");
                    (pattern.Match(changed) is not null).ShouldBe(IsMadeFrom(template, changed, emptyValues: true));
                }
            }));

    /// <summary>Every way, by dynamic programming over (places in the template, places in the text).</summary>
    private static bool IsMadeFrom(string template, string text, bool emptyValues)
    {
        var parts = new List<char?>();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '#')
            {
                parts.Add(null);
                i = template.IndexOf('}', i);
            }
            else
            {
                parts.Add(template[i]);
            }
        }

        var reachable = new bool[parts.Count + 1, text.Length + 1];
        reachable[0, 0] = true;
        for (var p = 0; p < parts.Count; p++)
        {
            for (var t = 0; t <= text.Length; t++)
            {
                if (!reachable[p, t])
                {
                    continue;
                }

                if (parts[p] is { } literal)
                {
                    if (t < text.Length && text[t] == literal)
                    {
                        reachable[p + 1, t + 1] = true;
                    }

                    continue;
                }

                for (var end = emptyValues ? t : t + 1; end <= text.Length; end++)
                {
                    reachable[p + 1, end] = true;
                }
            }
        }

        return reachable[parts.Count, text.Length];
    }
}

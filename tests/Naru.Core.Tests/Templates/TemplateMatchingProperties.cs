using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Templates;

namespace Naru.Core.Tests.Templates;

/// <summary>
/// Literals are drawn from one alphabet and values from another, so that a literal can be found in one place only and a changed
/// character cannot be taken for part of a value.
/// </summary>
public sealed class TemplateMatchingProperties
{
    private static readonly Gen<string> Literal = Words("가나다 .\n:,[]안녕");
    private static readonly Gen<string> Value = Words("abcXYZ0123-_/é").Where(word => word.Length > 0);
    private static readonly Gen<Sample> Samples =
        from first in Literal
        from parts in Gen.Zip(Value, Literal.Where(l => l.Length > 0)).ListOf()
        where first.Length + parts.Count > 0
        select new Sample(first, [.. parts]);

    [Fact]
    public void A_template_matches_every_text_made_from_it_and_gives_back_the_values() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Samples.ToArbitrary(), sample =>
        {
            var pattern = TemplatePattern.Parse(sample.Template);
            var text = pattern.Fill(sample.Values).ShouldNotBeNull();

            pattern.Match(text, emptyValues: false).ShouldNotBeNull().ShouldBe(sample.Values, ignoreOrder: true);
            pattern.Match(text).ShouldNotBeNull().ShouldBe(sample.Values, ignoreOrder: true);
        }));

    [Fact]
    public void A_template_matches_no_text_in_which_one_character_outside_the_variables_was_changed() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Samples.ToArbitrary(), sample =>
        {
            var pattern = TemplatePattern.Parse(sample.Template);
            var text = pattern.Fill(sample.Values)!;
            foreach (var at in sample.LiteralPositions())
            {
                var changed = text[..at] + "※" + text[(at + 1)..];
                pattern.Match(changed).ShouldBeNull();
            }
        }));

    [Fact]
    public void A_template_matches_no_text_in_which_one_character_outside_the_variables_is_missing() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Samples.ToArbitrary(), sample =>
        {
            var pattern = TemplatePattern.Parse(sample.Template);
            var text = pattern.Fill(sample.Values)!;
            foreach (var at in sample.LiteralPositions())
            {
                pattern.Match(text.Remove(at, 1)).ShouldBeNull();
            }
        }));

    [Theory]
    [InlineData("#{a}#{b}", "xy", "x", "y")]
    [InlineData("#{a}-#{b}", "--x", "-", "x")]
    [InlineData("#{a}-#{b}", "x-y-z", "x", "y-z")]
    public void Without_empty_values_every_variable_takes_at_least_one_character(string template, string text, string a, string b)
    {
        var values = TemplatePattern.Parse(template).Match(text, emptyValues: false).ShouldNotBeNull();

        (values["a"], values["b"]).ShouldBe((a, b));
    }

    [Theory]
    [InlineData("#{a}#{b}", "x")]
    [InlineData("#{a}#{b}#{c}", "x")]
    [InlineData("-#{a}-#{b}-", "---")]
    [InlineData("#{a}", "")]
    public void Without_empty_values_a_text_that_is_too_short_does_not_match(string template, string text)
    {
        TemplatePattern.Parse(template).Match(text, emptyValues: false).ShouldBeNull();
        TemplatePattern.Parse(template).Match(text).ShouldNotBeNull();
    }

    private static Gen<string> Words(string alphabet) =>
        Gen.Elements(alphabet.ToCharArray()).ListOf().Select(characters => string.Concat(characters));

    private sealed record Sample(string First, (string Value, string Literal)[] Parts)
    {
        public string Template
        {
            get
            {
                var text = new StringBuilder(First);
                for (var i = 0; i < Parts.Length; i++)
                {
                    text.Append("#{v").Append(i).Append('}').Append(Parts[i].Literal);
                }

                return text.ToString();
            }
        }

        public Dictionary<string, string> Values =>
            Parts.Select((part, i) => KeyValuePair.Create($"v{i}", part.Value)).ToDictionary(StringComparer.Ordinal);

        public IEnumerable<int> LiteralPositions()
        {
            var position = 0;
            for (; position < First.Length; position++)
            {
                yield return position;
            }

            foreach (var (value, literal) in Parts)
            {
                position += value.Length;
                for (var end = position + literal.Length; position < end; position++)
                {
                    yield return position;
                }
            }
        }
    }
}

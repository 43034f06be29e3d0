using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Templates;
using Naru.Core.Templates.Matching;

namespace Naru.Core.Tests.Templates;

/// <summary>The search for a literal, on both of its ways: the fast one, and the one for texts that keep agreeing almost to the end.</summary>
public sealed class LiteralTests
{
    private static readonly Gen<string> Runs = Gen.Elements("a", "aaaa", "aaaaaaaaaaaaaaaaaaaaaaaa", "b", "ab").ListOf().Select(string.Concat).Resize(60);

    [Fact]
    public void It_is_found_where_it_first_stands() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
            Gen.Zip(Runs, Runs.Resize(6)).ToArbitrary(),
            sample => new Literal(sample.Item2, 0).FindIn(sample.Item1).ShouldBe(sample.Item1.IndexOf(sample.Item2, StringComparison.Ordinal))));

    [Theory]
    [InlineData(5_000, 200)]
    [InlineData(100_000, 1_000)]
    public void It_is_found_behind_a_long_text_that_almost_agrees(int length, int literal)
    {
        var wanted = new string('a', literal - 1) + "b";
        var text = new string('a', length) + "b";

        new Literal(wanted, 0).FindIn(text).ShouldBe(length - literal + 1);
        new Literal(wanted, 0).FindIn(text.AsSpan(0, length)).ShouldBe(-1);
    }

    [Fact]
    public void The_longest_beginning_of_it_that_stands_in_a_text_is_known() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
            Gen.Zip(NastyTexts.Texts, NastyTexts.Pieces).ToArbitrary(),
            sample =>
            {
                var (text, literal) = sample;
                var (start, length) = new Literal(literal, 0).LongestBeginning(text);

                text.Substring(start, length).ShouldBe(literal[..length]);
                Enumerable.Range(length + 1, literal.Length - length).ShouldAllBe(longer => !text.Contains(literal.Substring(0, longer), StringComparison.Ordinal));
            }));

    /// <summary>100 kB that agree with a literal of a thousand characters at every place: refused, and the place found, before a test would notice.</summary>
    [Fact]
    public void A_text_that_was_made_to_be_slow_is_refused_with_its_place()
    {
        var pattern = TemplatePattern.Parse($"#{{a}}{new string('a', 999)}b#{{c}}.");
        var text = new string('a', 100_000) + ".";

        pattern.Match(text).ShouldBeNull();
        pattern.Difference("text", text).ShouldNotBeNull().Expected.ShouldBe("b");
    }
}

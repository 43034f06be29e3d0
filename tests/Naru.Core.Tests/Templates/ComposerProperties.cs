using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;

namespace Naru.Core.Tests.Templates;

/// <summary>Values and literals are drawn from one alphabet, line ends and the signs of a variable among them: nothing that a caller writes may confuse the two.</summary>
public sealed class ComposerProperties
{
    private const string Signs = "가나ab \n\r#{}:";

    private static readonly Gen<string> Piece = Gen.Elements(Signs.ToCharArray()).ListOf().Select(string.Concat);
    private static readonly Gen<string> Written =
        from literals in Piece.ListOf()
        from names in Gen.Elements("a", "b", "c").ListOf(literals.Count)
        select string.Concat(literals.Zip(names, (literal, name) => literal + "#{" + name + "}")) + ".";
    private static readonly Gen<(Template Template, string[] Values)> Samples =
        from text in Written
        from title in Written
        from link in Written
        from values in Piece.Where(piece => piece.Length > 0).ListOf(3)
        select (
            new Template("key", "code", TemplateState.Approved, new TemplateDetails("name", text)
            {
                Emphasis = Emphasis.Text, Title = title, Buttons = [new Button(ButtonKind.WebLink, "보기", link)],
            }),
            values.ToArray());

    private static readonly AlimTalkRules NoLimits = new() { MaxText = int.MaxValue, MaxTitle = int.MaxValue, MaxLink = int.MaxValue };

    [Fact]
    public void What_is_composed_is_what_the_centre_takes_for_made_from_the_template() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Samples.ToArbitrary(), sample =>
        {
            var pattern = new AlimTalkPattern(sample.Template);
            var composed = AlimTalkComposer.Compose("code", pattern, AllOf(pattern, sample.Values), authentication: false);

            composed.Refusal.ShouldBe(EndReason.ResultCode);
            AlimTalkCheck.Compare(pattern, composed.Content, NoLimits).Code.ShouldBeNull();
        }));

    [Fact]
    public void Whatever_value_is_taken_away_is_the_one_that_is_missed() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Samples.ToArbitrary(), sample =>
        {
            var pattern = new AlimTalkPattern(sample.Template);
            foreach (var name in NamesOf(pattern))
            {
                var values = AllOf(pattern, sample.Values);
                values.Remove(name);

                var composed = AlimTalkComposer.Compose("code", pattern, values, authentication: false);

                (composed.Refusal, composed.Note).ShouldBe((EndReason.MissingParameter, name));
            }
        }));

    [Fact]
    public void What_the_template_does_not_ask_for_changes_nothing() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Samples.ToArbitrary(), sample =>
        {
            var pattern = new AlimTalkPattern(sample.Template);
            var values = AllOf(pattern, sample.Values);
            var without = AlimTalkComposer.Compose("code", pattern, values, authentication: false).Content;
            values["nobody asked"] = "x";

            var with = AlimTalkComposer.Compose("code", pattern, values, authentication: false).Content;

            (with.Text, with.Title, with.Buttons[0]).ShouldBe((without.Text, without.Title, without.Buttons[0]));
        }));

    /// <summary>Literals may happen to write variables of their own.</summary>
    private static Dictionary<string, string> AllOf(AlimTalkPattern pattern, string[] values) =>
        NamesOf(pattern).Select((name, i) => KeyValuePair.Create(name, values[i % values.Length])).ToDictionary(StringComparer.Ordinal);

    private static string[] NamesOf(AlimTalkPattern pattern) =>
        [.. pattern.Text.Names.Concat(pattern.Title!.Names).Concat(TemplatePattern.Parse(pattern.Template.Details.Buttons[0].LinkMobile!).Names).Distinct(StringComparer.Ordinal)];
}

using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Core.Tests.Templates;

/// <summary>People lint while they type: whatever stands there, an answer comes.</summary>
public sealed class LinterRobustnessTests
{
    private static readonly Gen<string> Typed = Gen.Elements("#{", "}", "{", "$", "#", "이름", "할인", "무료", "쿠폰", "\n", " ", "\r\n", "10%", "a", "\\s", "https://", "인증번호", "", "\u200B")
        .ListOf().Select(string.Concat);

    [Fact]
    public void Any_text_in_any_member_is_answered_and_findings_point_into_it() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Typed.ToArbitrary(), text =>
        {
            var template = new TemplateDetails(text, text)
            {
                Emphasis = Emphasis.ItemList, Title = text, Subtitle = text, Header = text, Highlight = new Highlight(text, text, text), Items = [new ListItem(text, text)],
                Summary = new ListItem(text, text), Extra = text, Link = new RepresentLink(text, text, text, text), ImageUrl = text, CategoryCode = text,
                Buttons = [new Button(ButtonKind.AppLink, text, text, text, text, text, text, text, text)], QuickReplies = [new Button(ButtonKind.BusinessForm, text)],
            };

            foreach (var finding in TemplateLinter.Check(template, AlimTalkRules.Default).Where(finding => finding.Start is not null))
            {
                finding.Start!.Value.ShouldBeInRange(0, text.Length);
                (finding.Start.Value + finding.Length!.Value).ShouldBeLessThanOrEqualTo(text.Length);
            }
        }));
}

using Naru.Console.Pages.Templates;
using Naru.Console.Parts;
using Naru.Console.Text;
using Naru.Core.Templates;

namespace Naru.Console.Tests.Pages.Provisioning;

public sealed class TemplatePartsTests
{
    [Fact]
    public void Form_and_template_are_the_same_thing_written_twice() => TemplateForm.Of(Onboarding.Everything).ToDetails().ShouldBe(Onboarding.Everything);

    [Fact]
    public void Variables_are_found_where_they_may_be_each_once()
    {
        TemplateParts.VariablesOf(Onboarding.Everything).ShouldBe(["병원", "날짜", "과", "의사", "금액", "이름", "번호"]);
        TemplateParts.VariablesOf(Onboarding.Everything with { Extra = "#{추가}", Items = [new("#{이름표}", "값")], Summary = null, Highlight = null, Header = null })
            .ShouldBe(["이름", "번호"]);
    }

    [Fact]
    public void A_value_goes_everywhere_its_variable_stands_and_what_has_none_stays()
    {
        var filled = TemplateParts.Fill(Onboarding.Everything, new Dictionary<string, string>(StringComparer.Ordinal) { ["번호"] = "7", ["의사"] = "김" });

        filled.Items[1].Description.ShouldBe("김 선생님");
        filled.Buttons[1].LinkPc.ShouldBe("https://naru.example/r/7");
        filled.Text.ShouldBe(Onboarding.Everything.Text);
    }

    [Fact]
    public void Every_part_has_a_word_in_both_languages()
    {
        foreach (var words in new[] { Words.Korean, Words.English })
        {
            foreach (var (place, _) in TemplateParts.Of(Onboarding.Everything))
            {
                EditorTerms.Place(place, words).ShouldNotContain("[");
            }
        }

        EditorTerms.Place("buttons[1].extras.phone", Words.English).ShouldBe("Button 2 · Phone number");
        EditorTerms.Place("items[0]", Words.English).ShouldBe("Item 1");
    }

    [Theory]
    [InlineData("같은 글", "같은 글", "같은 글")]
    [InlineData("접수 번호는 1번", "대기 번호는 1번", "[-접수-][+대기+] 번호는 1번")]
    [InlineData("", "새 글", "[+새 글+]")]
    [InlineData("지울 글", "", "[-지울 글-]")]
    [InlineData("#{이름}님 안녕하세요", "#{고객}님 안녕하세요", "#{[-이름-][+고객+]}님 안녕하세요")]
    [InlineData("가 나 다", "가 다", "가 [-나 -]다")]
    public void A_difference_is_marked_at_the_words(string before, string after, string marked) => string.Concat(TextDiff.Of(before, after).Select(run => run.Change switch
    {
        TextDiff.Change.Removed => $"[-{run.Text}-]",
        TextDiff.Change.Added => $"[+{run.Text}+]",
        _ => run.Text,
    })).ShouldBe(marked);

    [Theory]
    [InlineData("#{a}#{b} 끝", "<#{a}><#{b}> 끝")]
    [InlineData("#{ 열림 #{a}", "#{ 열림 <#{a}>")]
    [InlineData("#{} #{a", "#{} #{a")]
    public void Variables_are_cut_out_as_the_pattern_reads_them(string text, string cut) =>
        string.Concat(VariableText.Cut(text).Select(run => run.IsVariable ? $"<{run.Text}>" : run.Text)).ShouldBe(cut);

    [Theory]
    [InlineData("buttons-add", "보기,")]
    [InlineData("buttons-down-0", "보기")]
    [InlineData("buttons-remove-0", "")]
    [InlineData("buttons-remove-7", "보기")]
    [InlineData("buttons-frob-0", "보기")]
    [InlineData("", "보기")]
    public void A_step_changes_the_rows_or_nothing(string step, string names)
    {
        var form = TemplateForm.Empty with { Buttons = [new ButtonForm("WebLink", "보기")] };

        string.Join(',', TemplateFormStep.Take(form, step).Form.Buttons.Select(button => button.Name)).ShouldBe(names);
    }

    [Fact]
    public void Rows_end_where_a_template_is_absurd()
    {
        var form = TemplateForm.Empty;
        for (var i = 0; i < 100; i++)
        {
            form = TemplateFormStep.Take(form, "items-add").Form;
        }

        form.Items.Count.ShouldBe(30);
    }

    [Fact]
    public void An_excerpt_shows_the_characters_and_their_surroundings()
    {
        var finding = new Finding("rule", Severity.Warning, "text", new("가", "a"), null) { Start = 20, Length = 2 };

        Excerpt.Of(finding, new string('가', 20) + "할인" + new string('나', 30))
            .ShouldBe(new Excerpt("…" + new string('가', 16), "할인", new string('나', 16) + "…"));
        Excerpt.Of(finding, "짧은 글").ShouldBeNull();
        Excerpt.Of(finding with { Start = null }, "글").ShouldBeNull();
    }
}

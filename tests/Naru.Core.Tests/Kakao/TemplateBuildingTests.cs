using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Core.Kakao.Templates.Building;
using Naru.Tests;

namespace Naru.Core.Tests.Kakao;

/// <summary>What the builder's form writes, the published schema and the reader take; with one field wrong neither does, and the form says at which.</summary>
public sealed class TemplateBuildingTests
{
    private const int Seeds = 150;

    public static TheoryData<TalkShape> Shapes { get; } = [.. Enum.GetValues<TalkShape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_written_within_the_limits_is_taken_by_the_schema_and_the_reader(TalkShape shape)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var entry = new WrittenEntries(new Random(seed)).Next(shape);
            TemplateEntryCheck.FaultsOf(entry).ShouldBeEmpty();
            Judge(TemplateEntryWriter.Write(entry)).ShouldBe((true, true), TemplateEntryWriter.Write(entry));
        }
    }

    [Theory]
    [InlineData("""{"object_type":"text","text":"\ud800"}""")]
    [InlineData("""{"object_type":"text","\udc00":""}""")]
    [InlineData("""{"object_type":"\ud800"}""")]
    public void Half_of_a_surrogate_pair_is_no_text_so_what_holds_it_is_no_template(string json)
    {
        TemplateEntryReader.Read(json, out _).ShouldBeNull();
        CustomTemplate.Check(json).ShouldNotBeNull().Rule.ShouldStartWith("is no JSON");
    }

    [Fact]
    public void A_member_that_stands_twice_makes_it_no_template() =>
        CustomTemplate.Check("""{"object_type":"feed","content":{"title":"a","title":"b","link":{}}}""").ShouldNotBeNull().Rule.ShouldStartWith("is no JSON");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void One_field_wrong_is_said_there_and_taken_by_neither(TalkShape shape)
    {
        var kinds = new HashSet<EntryFaultKind>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var entries = new WrittenEntries(new Random(seed));
            if (entries.Spoil(entries.Next(shape)) is not var (spoiled, path))
            {
                continue;
            }

            var faults = TemplateEntryCheck.FaultsOf(spoiled);
            faults.Select(fault => fault.Path).ShouldBe([path]);
            kinds.UnionWith(faults.Select(fault => fault.Kind));
            Judge(TemplateEntryWriter.Write(spoiled)).ShouldBe((false, false), TemplateEntryWriter.Write(spoiled));
        }

        kinds.Count.ShouldBeGreaterThanOrEqualTo(shape == TalkShape.Calendar ? 3 : 2);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Placeholders_may_stand_in_every_text_and_number_and_are_filled(TalkShape shape)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (entry, arguments) = new WrittenEntries(new Random(seed)).WithPlaceholders(shape);
            TemplateEntryCheck.FaultsOf(entry).ShouldBeEmpty();
            var (filled, missing) = TemplateArguments.Fill(TemplateEntryWriter.Write(entry), arguments, "나");
            missing.ShouldBeEmpty();
            Judge(filled).ShouldBe((true, true), filled);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_was_written_is_read_into_the_same_fields(TalkShape shape)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var json = TemplateEntryWriter.Write(new WrittenEntries(new Random(seed)).Next(shape));
            var read = TemplateEntryReader.Read(json, out var left);
            left.ShouldBeEmpty();
            TemplateEntryWriter.Write(read!).ShouldBe(json);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_form_that_is_not_finished_can_be_shown_all_the_same(TalkShape shape)
    {
        Judge(TemplateEntryWriter.Write(new TemplateEntry(shape, new Dictionary<string, string>()).Shown())).ShouldBe((true, true));
        for (var seed = 0; seed < Seeds; seed++)
        {
            var entries = new WrittenEntries(new Random(seed));
            var spoiled = entries.Spoil(entries.Next(shape))?.Entry ?? entries.Next(shape);
            using var json = JsonDocument.Parse(TemplateEntryWriter.Write(spoiled.Shown()));
            TemplateReader.Read(json.RootElement, TextOverflow.Truncate, out var fault).ShouldNotBeNull($"{fault}: {json.RootElement}");
        }
    }

    [Fact]
    public void What_no_field_shows_is_told()
    {
        TemplateEntryReader.Read(
            """{"object_type":"text","text":"t","link":{"web_url":7},"header_image_url":"u","buttons":[{"title":"a"},{"title":"b"},{"title":"c"}],"button_title":null}""", out var left)!["buttons[1].title"].ShouldBe("b");

        left.ShouldBe(["link.web_url", "header_image_url", "buttons[2].title", "button_title"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"object_type":"video"}""")]
    [InlineData("""{"object_type":7}""")]
    public void What_has_no_shape_has_no_fields(string json) => TemplateEntryReader.Read(json, out _).ShouldBeNull();

    [Fact]
    public void A_shape_keeps_what_another_calls_differently() =>
        new[] { "content.title", "contents[0].link.web_url", "text", "header_link.web_url", "social.like_count" }.Select(TemplateEntry.AliasOf)
            .ShouldBe(["contents[0].title", "content.link.web_url", "header_title", "link.web_url", null]);

    private static (bool Schema, bool Reader) Judge(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (TemplateSchema.Accepts(document.RootElement), TemplateReader.Read(document.RootElement, TextOverflow.Reject, out _) is not null);
    }
}

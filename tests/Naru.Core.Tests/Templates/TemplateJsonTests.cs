using System.Buffers;
using System.Text.Json;
using Naru.Core.Templates;
using Naru.Core.Templates.Json;

namespace Naru.Core.Tests.Templates;

public sealed class TemplateJsonTests
{
    [Fact]
    public void What_is_written_is_read_back_as_it_was()
    {
        foreach (var template in CorpusTemplate.Acceptable.Concat(CorpusTemplate.Broken))
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer))
            {
                TemplateJson.Write(json, template.Reading.Details!, template.Reading.Code);
            }

            using var written = JsonDocument.Parse(buffer.WrittenMemory);
            var again = TemplateJson.Read(written.RootElement);
            again.Faults.ShouldBeEmpty(template.Id);
            (again.Details, again.Code).ShouldBe((template.Reading.Details, template.Reading.Code), template.Id);
        }
    }

    [Theory]
    [InlineData("[]", "")]
    [InlineData("{}", "templateContent")]
    [InlineData("""{"templateContent":{}}""", "templateContent")]
    [InlineData("""{"templateContent":"가","templateMessageType":"XX"}""", "templateMessageType")]
    [InlineData("""{"templateContent":"가","templateEmphasizeType":3}""", "templateEmphasizeType")]
    [InlineData("""{"templateContent":"가","securityFlag":"yes"}""", "securityFlag")]
    [InlineData("""{"templateContent":"가","buttons":{}}""", "buttons")]
    [InlineData("""{"templateContent":"가","buttons":[3]}""", "buttons[0]")]
    [InlineData("""{"templateContent":"가","buttons":[{"name":"x"}]}""", "buttons[0].type")]
    [InlineData("""{"templateContent":"가","buttons":[{"type":"WL","ordering":1.5}]}""", "buttons[0].ordering")]
    [InlineData("""{"templateContent":"가","buttons":[{"type":"WL","ordering":1},{"type":"BK","ordering":1}]}""", "buttons[1].ordering")]
    [InlineData("""{"templateContent":"가","templateItem":[]}""", "templateItem")]
    [InlineData("""{"templateContent":"가","templateItem":{"list":[{"title":true}]}}""", "templateItem.list[0].title")]
    [InlineData("""{"templateContent":"가","templateItemHighlight":"x"}""", "templateItemHighlight")]
    [InlineData("""{"templateContent":"\ud800"}""", "templateContent")]
    public void What_cannot_be_read_is_told_with_its_path(string json, string path)
    {
        using var document = JsonDocument.Parse(json);

        var reading = TemplateJson.Read(document.RootElement);

        reading.Details.ShouldBeNull();
        reading.Faults.Select(fault => fault.Path).ShouldContain(path);
    }

    [Fact]
    public void Buttons_stand_in_their_ordering_and_what_dealers_add_is_left_alone()
    {
        using var document = JsonDocument.Parse(
            """
            {"templateContent":"가","status":"TSC03","categoryCode":null,
             "buttons":[{"ordering":2,"linkType":"BK","name":"둘"},{"ordering":1,"type":"BC","name":"하나","chat_extra":"x"}]}
            """);

        var details = TemplateJson.Read(document.RootElement).Details.ShouldNotBeNull();

        details.Buttons.Select(button => button.Name).ShouldBe(["하나", "둘"]);
        (details.Buttons[0].ChatExtra, details.CategoryCode).ShouldBe(("x", TemplateDetails.OtherCategory));
    }

    [Theory]
    [InlineData("text", "templateContent")]
    [InlineData("buttons[1].linkMobile", "buttons[1].linkMo")]
    [InlineData("buttons[0].kind", "buttons[0].type")]
    [InlineData("quickReplies", "quickReplies")]
    [InlineData("items[2].title", "templateItem.list[2].title")]
    [InlineData("summary.description", "templateItem.summary.description")]
    [InlineData("highlight.imageUrl", "templateItemHighlight.imageUrl")]
    [InlineData("link.schemeIos", "templateRepresentLink.schemeIos")]
    [InlineData("security", "securityFlag")]
    [InlineData("categoryCode", "categoryCode")]
    public void A_place_of_a_finding_has_a_name_in_the_JSON(string place, string path) => TemplateJson.PathOf(place).ShouldBe(path);
}

using System.Text.Json;
using Naru.Core.Templates;
using Naru.Server.Commands;
using Naru.Tests;

namespace Naru.Server.Tests.Commands;

public sealed class TemplateLintTests
{
    private const string Clean = """{"templateName":"주문 접수","templateContent":"[나루] 주문이 접수되었습니다.\n주문번호: #{주문번호}","categoryCode":"002001"}""";
    private const string Hinted = """{"templateName":"주문 접수","templateContent":"[나루] 주문이 접수되었습니다.\n주문번호: #{주문번호}"}""";
    private const string Wrong = """{"templateCode":"order","templateContent":"#{주문번호}","templateName":"주문","buttons":[{"type":"WL","name":"보기","linkMo":"naru.example"}]}""";

    [Theory]
    [InlineData(Clean, Severity.Hint, 0)]
    [InlineData(Hinted, Severity.Warning, 0)]
    [InlineData(Hinted, Severity.Hint, 1)]
    [InlineData(Wrong, Severity.Error, 1)]
    [InlineData("[" + Clean + "," + Wrong + "]", Severity.Warning, 1)]
    [InlineData("[]", Severity.Hint, 0)]
    [InlineData("{", Severity.Warning, 2)]
    [InlineData("3", Severity.Warning, 2)]
    [InlineData("""{"templateContent":3,"buttons":[{}]}""", Severity.Warning, 2)]
    public async Task The_exit_code_tells_a_pipeline_what_was_found(string json, Severity failOn, int exitCode) =>
        (await LintAsync(json, new TemplateLinting("-", true, false, failOn))).ExitCode.ShouldBe(exitCode);

    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_read()
    {
        var (exitCode, output, errors) = await LintAsync("", new TemplateLinting(Checkout.PathOf("no-such-file.json"), true, false, Severity.Warning));

        (exitCode, output).ShouldBe((2, ""));
        errors.ShouldContain("no-such-file.json");
    }

    [Fact]
    public async Task Findings_are_lines_with_the_place_in_the_file_in_the_language_that_was_asked_for()
    {
        var korean = (await LintAsync(Wrong, new TemplateLinting("-", true, false, Severity.Warning))).Output;
        var english = (await LintAsync(Wrong, new TemplateLinting("-", false, false, Severity.Warning))).Output;

        korean.ShouldContain("order: templateContent: error text-only-variables: 본문이 변수로만 되어 있습니다.");
        english.ShouldContain("order: buttons[0].linkMo: error link-without-http: The link does not begin with http:// or https://.");
        english.ShouldContain("1 templates, 2 errors");
    }

    [Fact]
    public async Task Images_are_said_to_be_not_checked_unless_their_folder_is_named()
    {
        const string template =
            """{"templateName":"주문 접수","templateContent":"[나루] 주문이 접수되었습니다.\n주문번호: #{주문번호}","categoryCode":"002001","templateEmphasizeType":"IMAGE","templateImageUrl":"https://naru.example/i/head%201.png?v=2"}""";
        var folder = Directory.CreateTempSubdirectory("naru-images-");
        try
        {
            var asked = new TemplateLinting("-", false, false, Severity.Warning);
            var unseen = await LintAsync(template, asked);
            unseen.ExitCode.ShouldBe(0);
            unseen.Output.ShouldContain("1 images were not checked");
            (await LintAsync(template, asked with { Json = true })).Output.ShouldContain("\"templateImageUrl\"");

            (await LintAsync(template, asked with { Images = folder.FullName })).Output.ShouldContain("templateImageUrl: error image-unreachable: There is no file at this address.");
            var file = Path.Combine(folder.FullName, "head 1.png");
            await File.WriteAllBytesAsync(file, PictureFile.Png(800, 600));
            var wrong = await LintAsync(template, asked with { Images = folder.FullName });
            wrong.ExitCode.ShouldBe(1);
            wrong.Output.ShouldContain("templateImageUrl: error image-ratio: The image has 800×600 pixels; its ratio has to be 2:1.");
            await File.WriteAllBytesAsync(file, PictureFile.Png(800, 400));
            (await LintAsync(template, asked with { Images = folder.FullName })).ExitCode.ShouldBe(0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task As_JSON_it_is_one_document_that_machines_read()
    {
        var output = (await LintAsync($"[{Clean},{Wrong}]", new TemplateLinting("-", false, true, Severity.Warning))).Output;

        using var json = JsonDocument.Parse(output);
        json.RootElement.GetArrayLength().ShouldBe(2);
        json.RootElement[0].GetProperty("findings").GetArrayLength().ShouldBe(0);
        var findings = json.RootElement[1].GetProperty("findings").EnumerateArray().ToList();
        findings.ShouldContain(finding => finding.GetProperty("rule").GetString() == "link-without-http" && finding.GetProperty("place").GetString() == "buttons[0].linkMo");
    }

    [Fact]
    public async Task The_corpus_of_the_linter_is_read_from_its_file()
    {
        using var corpus = JsonDocument.Parse(await File.ReadAllTextAsync(Checkout.PathOf("tests/Contracts/templates/acceptable.json"), TestContext.Current.CancellationToken));
        var templates = $"[{string.Join(',', corpus.RootElement.EnumerateArray().Select(entry => entry.GetProperty("template").GetRawText()))}]";

        (await LintAsync(templates, new TemplateLinting("-", true, false, Severity.Warning))).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void The_command_line_knows_it() => NaruCommand.Build().Parse("template lint - --language en --format json --fail-on hint").Errors.ShouldBeEmpty();

    private static async Task<(int ExitCode, string Output, string Errors)> LintAsync(string input, TemplateLinting asked)
    {
        using var reader = new StringReader(input);
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exitCode = await TemplateLinting.RunAsync(asked, reader, output, errors, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), errors.ToString());
    }
}

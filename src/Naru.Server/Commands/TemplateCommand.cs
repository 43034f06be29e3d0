using System.CommandLine;
using Naru.Core.Templates;

namespace Naru.Server.Commands;

/// <summary><c>template lint FILE</c>.</summary>
public static class TemplateCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "A template or a list of them as JSON, in KakaoTalk's names; - reads standard input" };
        var language = new Option<string>("--language") { Description = "ko or en", DefaultValueFactory = _ => "ko" }.AcceptOnlyFromAmong("ko", "en");
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json");
        var failOn = new Option<string>("--fail-on") { Description = "The least severity that fails: error, warning or hint", DefaultValueFactory = _ => "warning" }
            .AcceptOnlyFromAmong("error", "warning", "hint");
        var images = new Option<string?>("--images") { Description = "A folder with the templates' images, each under the last part of its address; nothing is fetched" };
        var lint = new Command("lint", "Say what KakaoTalk's inspection would say. Exit code 0: nothing; 1: findings; 2: the file cannot be read")
        {
            file, language, format, failOn, images,
        };
        lint.SetAction((parsed, cancellationToken) => TemplateLinting.RunAsync(
            new TemplateLinting(
                parsed.GetValue(file)!,
                parsed.GetValue(language) == "ko",
                parsed.GetValue(format) == "json",
                Enum.Parse<Severity>(parsed.GetValue(failOn)!, ignoreCase: true),
                parsed.GetValue(images)),
            System.Console.In, System.Console.Out, System.Console.Error, cancellationToken));
        return new Command("template", "Templates as files") { lint };
    }
}

using System.CommandLine;
using Naru.Engine;

namespace Naru.Server.Commands;

/// <summary>The command line: <c>serve</c> (also without a word), <c>demo</c>, <c>test</c>, <c>init</c>, <c>template lint</c>.</summary>
public static class NaruCommand
{
    public static RootCommand Build()
    {
        var root = new RootCommand("Naru: a self-hosted KakaoTalk business-messaging gateway. Not affiliated with Kakao.");
        var urls = new Option<string?>("--urls") { Description = "Where to listen, such as http://127.0.0.1:8080", Recursive = true };
        var data = new Option<string?>("--data") { Description = "The data folder", Recursive = true };
        root.Options.Add(urls);
        root.Options.Add(data);
        root.SetAction((parsed, cancellationToken) =>
            Serving.RunAsync(new Serving(GatewayMode.Serve, parsed.GetValue(urls), parsed.GetValue(data), false, false), cancellationToken));

        var serve = new Command("serve", "Run the gateway");
        serve.SetAction((parsed, cancellationToken) =>
            Serving.RunAsync(new Serving(GatewayMode.Serve, parsed.GetValue(urls), parsed.GetValue(data), false, false), cancellationToken));
        root.Subcommands.Add(serve);

        var allowRemote = new Option<bool>("--allow-remote") { Description = "Accept the demo's well-known credentials from other machines too" };
        var quiet = new Option<bool>("--no-tour") { Description = "Do not send the first messages" };
        var demo = new Command("demo", "Run the gateway with a demo workspace, the simulator and the handset");
        demo.Options.Add(allowRemote);
        demo.Options.Add(quiet);
        demo.SetAction((parsed, cancellationToken) => Serving.RunAsync(
            new Serving(GatewayMode.Demo, parsed.GetValue(urls), parsed.GetValue(data), parsed.GetValue(allowRemote), !parsed.GetValue(quiet)), cancellationToken));
        root.Subcommands.Add(demo);

        var test = new Command("test", "As the demo, for test suites: quiet, and without the first messages");
        test.Options.Add(allowRemote);
        test.SetAction((parsed, cancellationToken) => Serving.RunAsync(
            new Serving(GatewayMode.Test, parsed.GetValue(urls), parsed.GetValue(data), parsed.GetValue(allowRemote), false), cancellationToken));
        root.Subcommands.Add(test);

        var name = new Argument<string>("name") { Description = "The workspace's name", DefaultValueFactory = _ => "main" };
        var init = new Command("init", "Make the first workspace and print its keys, once");
        init.Arguments.Add(name);
        init.SetAction((parsed, cancellationToken) => Initialising.RunAsync(parsed.GetValue(name)!, parsed.GetValue(data), cancellationToken));
        root.Subcommands.Add(init);
        root.Subcommands.Add(TemplateCommand.Build());
        return root;
    }
}

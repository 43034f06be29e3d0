using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Naru.Engine;
using Naru.Engine.Registry;
using Naru.Server.Demo;
using Naru.Server.Tests.Reference;
using Naru.Tests;

namespace Naru.Server.Tests.Docs;

/// <summary>What the pages for clients say, against the gateway that they speak of.</summary>
public sealed partial class ClientPageTests
{
    /// <summary>Of the demo workspace, as everybody may know them.</summary>
    private static readonly string[] s_demoWords =
    [
        DemoCredentials.ApiKey, DemoCredentials.Password, DemoCredentials.ClientId, DemoCredentials.ClientSecret, DemoCredentials.SinchKeyId, DemoCredentials.SinchKeySecret,
    ];

    [Fact]
    public void The_index_leads_to_every_page_and_the_readme_leads_to_the_index()
    {
        var index = ClientPage.All[0];
        ClientPage.All.Count.ShouldBe(6);

        ClientPage.All.Skip(1).Select(page => page.Path).ShouldBeSubsetOf(index.Links().Select(link => link.File));
        File.ReadAllText(Checkout.PathOf("README.md")).ShouldContain($"]({ClientPage.Index})");
    }

    [Fact]
    public void Every_file_and_heading_that_a_page_links_to_is_there()
    {
        foreach (var page in ClientPage.All)
        {
            foreach (var (file, anchor) in page.Links())
            {
                File.Exists(Checkout.PathOf(file)).ShouldBeTrue($"{page.Path}: {file}");
                if (anchor.Length > 0)
                {
                    ClientPage.AnchorsOf(file).ShouldContain(anchor, page.Path);
                }
            }
        }
    }

    [Fact]
    public void Every_JSON_on_a_page_is_JSON_and_names_the_demo()
    {
        var blocks = ClientPage.All.SelectMany(page => page.Code("json")).Concat(ClientPage.All.SelectMany(page => page.Code("sh")).Select(BodyOf)).ToList();

        blocks.Count.ShouldBeGreaterThan(1);
        foreach (var block in blocks)
        {
            using var json = JsonDocument.Parse(block);
            json.RootElement.GetProperty("app_id").GetString().ShouldBe(DemoCredentials.SinchAppId);
        }

        static string BodyOf(string command) => command[(command.IndexOf("-d '", StringComparison.Ordinal) + 4)..command.LastIndexOf('\'')];
    }

    [Fact]
    public void Every_credential_and_id_on_a_page_is_the_demos()
    {
        foreach (var page in ClientPage.All)
        {
            DemoWord().Matches(page.Text).Select(match => match.Value).Except(s_demoWords, StringComparer.Ordinal).ShouldBeEmpty(page.Path);
            ProjectId().Matches(page.Text).ShouldAllBe(match => match.Value == DemoCredentials.ProjectId.ToString(), page.Path);
            SenderKey().Matches(page.Text).ShouldAllBe(match => match.Value == DemoCredentials.SenderKey, page.Path);
            AppId().Matches(page.Text).ShouldAllBe(match => match.Groups["id"].Value == DemoCredentials.SinchAppId, page.Path);
            ChannelName().Matches(page.Text).ShouldAllBe(match => match.Value == DemoCredentials.ChannelName, page.Path);
            TemplateCode().Matches(page.Text).Select(match => match.Value)
                .Except(StarterTemplates.For(DemoCredentials.SenderKey, default).Select(template => template.Code).Append("channel_template").Append("template_message"), StringComparer.Ordinal)
                .ShouldBeEmpty(page.Path);
        }

        ClientPage.All.Where(page => page.Path.Contains("/sinch-", StringComparison.Ordinal)).ShouldAllBe(page =>
            page.Text.Contains(DemoCredentials.SinchKeySecret, StringComparison.Ordinal) && AppId().IsMatch(page.Text) && ProjectId().IsMatch(page.Text));
    }

    [Fact]
    public async Task Every_address_that_a_page_names_is_served()
    {
        await using var gateway = await WholeGateway.StartAsync(GatewayMode.Demo);
        var named = ClientPage.All.SelectMany(page => Operation().Matches(page.Text).Select(match => (page.Path, Method: match.Groups["method"].Value, Address: match.Groups["path"].Value)))
            .Concat(ClientPage.All.SelectMany(page => Posted().Matches(page.Text).Select(match => (page.Path, Method: "POST", Address: match.Groups["path"].Value))))
            .Concat(ClientPage.All.SelectMany(page => Opened().Matches(page.Text).Select(match => (page.Path, Method: "GET", Address: match.Groups["path"].Value))))
            .ToList();

        named.Count.ShouldBeGreaterThan(12);
        foreach (var (page, method, address) in named)
        {
            gateway.Routes.Any(route => IsAt(route, method, address)).ShouldBeTrue($"{page}: {method} {address}");
        }
    }

    [Fact]
    public void The_set_for_trying_a_signature_check_is_right_and_every_page_names_its_headers_as_they_are()
    {
        var index = ClientPage.All[0];
        var data = $"{index.Value("body")}.{index.Value("nonce")}.{index.Value("timestamp")}";

        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(index.Value("secret")), Encoding.UTF8.GetBytes(data))).ShouldBe(index.Value("signature"));

        var headers = SignatureHeader().Matches(index.Text).Select(match => match.Value).Distinct().ToList();
        headers.Count.ShouldBe(4);
        ClientPage.All.SelectMany(page => SignatureHeader().Matches(page.Text).Select(match => match.Value)).Except(headers, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>A parameter of the route takes whatever stands in its place, be it a name in braces.</summary>
    private static bool IsAt(RouteEndpoint route, string method, string address) =>
        route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Contains(method)
        && Regex.IsMatch(
            address,
            $"^/{string.Join("[^/]+", Parameter().Split(route.RoutePattern.RawText!.Trim('/')).Select(Regex.Escape))}$",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"(?<![\w@-])demo-(?!mode)[a-z]+(-[a-z]+)*", RegexOptions.ExplicitCapture)]
    private static partial Regex DemoWord();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectId();

    [GeneratedRegex(@"\b[0-9a-f]{40}\b")]
    private static partial Regex SenderKey();

    [GeneratedRegex("""(?i:app_?id)["(:\s=]{1,4}["'](?<id>[0-9A-Z]{20,})""", RegexOptions.ExplicitCapture)]
    private static partial Regex AppId();

    [GeneratedRegex(@"(?<=[`""'])@(?!sinch/|infobip-api/)[a-z]+")]
    private static partial Regex ChannelName();

    [GeneratedRegex(@"\b[a-z]+_template\b|\btemplate_message\b")]
    private static partial Regex TemplateCode();

    [GeneratedRegex(@"`(?<method>GET|POST|PATCH|DELETE) (?<path>/[^`\s]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Operation();

    /// <summary>What is posted: by curl in the index, by the transport of an SDK.</summary>
    [GeneratedRegex(@"http://127\.0\.0\.1:8080(?<path>/v1/[^\s'""]+)|\.post\('(?<path>/[^']+)'|naru \+ ""(?<path>/[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Posted();

    [GeneratedRegex(@"<http://127\.0\.0\.1:8080(?<path>/[^?>]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Opened();

    [GeneratedRegex("x-sinch-webhook-signature(-[a-z]+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex SignatureHeader();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

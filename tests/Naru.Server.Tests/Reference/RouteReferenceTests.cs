using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Naru.Engine;
using Naru.Engine.Reference;

namespace Naru.Server.Tests.Reference;

/// <summary><c>/openapi/naru.json</c> against the routes that are mapped.</summary>
public sealed partial class RouteReferenceTests
{
    /// <summary>Pages for people, what pages need, and the document itself.</summary>
    private static readonly string[] s_notInTheDocument =
    [
        "GET /handset", "GET /handset/events", "POST /handset/press/{id}/{index}", "POST /handset/write", "GET /openapi/{documentName}.json",
        "GET /oauth/authorize", "POST /oauth/authorize/account", "POST /oauth/authorize/consent", "GET /oauth/logout", "GET /kakao/images/{id}",
        "GET /kakao/people/{person}", "GET /kakao/people/{person}/services/{app}", "POST /kakao/people/{person}/services/{app}/profile",
        "POST /kakao/people/{person}/services/{app}/revoke", "POST /kakao/people/{person}/services/{app}/leave", "POST /picker/link", "POST /talk/friends/picker/link",
        "GET /talk/friends/picker/easylink", "GET /picker/failed", "POST /picker/account", "POST /picker/send",
        "POST /select/single", "POST /select/multiple", "POST /chat/select", "POST /tab/select", "POST /select/done", "GET /proxy",
        "GET /cors", "GET /public/widget/login/kakaoLoginWidget.html", "GET /public/widget/login/{language}/{name}", "GET /scheme/{link}",
    ];

    [Theory]
    [InlineData(GatewayMode.Serve)]
    [InlineData(GatewayMode.Demo)]
    [InlineData(GatewayMode.Test)]
    public async Task The_document_is_OpenAPI_3_1_that_a_reader_finds_nothing_wrong_with(GatewayMode mode)
    {
        await using var gateway = await WholeGateway.StartAsync(mode);

        var read = await gateway.ReferenceAsync();

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()).ShouldBeEmpty();
        read.Document!.Servers!.Single().Url.ShouldBe("/");
    }

    [Theory]
    [InlineData(GatewayMode.Serve)]
    [InlineData(GatewayMode.Test)]
    public async Task It_has_every_route_that_is_mapped_and_no_other(GatewayMode mode)
    {
        await using var gateway = await WholeGateway.StartAsync(mode);

        var described = OperationsOf((await gateway.ReferenceAsync()).Document!).Select(operation => operation.Name).ToList();

        var mapped = gateway.Routes
            .SelectMany(route => route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method => $"{method} {PathOf(route)}"))
            .Where(route => !s_notInTheDocument.Contains(route) && !route.Contains(" /console", StringComparison.Ordinal))
            .ToList();
        mapped.ShouldContain("POST /kakao-alim/1/messages");
        described.Except(mapped, StringComparer.Ordinal).ShouldBeEmpty("described, and not mapped");
        mapped.Except(described, StringComparer.Ordinal).ShouldBeEmpty("mapped, and not described");
        described.ShouldBeUnique();
    }

    [Fact]
    public async Task What_test_suites_use_is_described_where_it_is_served_and_nowhere_else()
    {
        await using var serving = await WholeGateway.StartAsync(GatewayMode.Serve);
        await using var testing = await WholeGateway.StartAsync(GatewayMode.Test);

        var served = (await serving.ReferenceAsync()).Document!.Paths.Keys;
        var tested = (await testing.ReferenceAsync()).Document!.Paths.Keys;

        tested.Except(served, StringComparer.Ordinal).ShouldBe(
            [
                "/handset", "/handset/messages", "/handset/messages/{id}/buttons/{index}", "/simulator/clock", "/simulator/latency", "/test/faults", "/test/kakao/faults",
                "/test/reports/faults", "/test/workspaces", "/test/workspaces/{id}",
            ],
            ignoreOrder: true);
        served.Except(tested, StringComparer.Ordinal).ShouldBeEmpty();
        (await serving.ReferenceTextAsync()).ShouldNotContain("WorkspaceAnswer");
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_takes_and_answers()
    {
        await using var gateway = await WholeGateway.StartAsync(GatewayMode.Test);

        foreach (var (name, path, operation) in OperationsOf((await gateway.ReferenceAsync()).Document!))
        {
            operation.Summary.ShouldNotBeNullOrWhiteSpace(name);
            operation.Tags!.Count.ShouldBe(1, name);
            operation.Responses!.Keys.ShouldContain(status => status.StartsWith('2'), name);
            operation.Responses.Values.ShouldAllBe(answer => !string.IsNullOrWhiteSpace(answer.Description), name);
            var parameters = operation.Parameters ?? [];
            parameters.ShouldAllBe(parameter => !string.IsNullOrWhiteSpace(parameter.Description) && parameter.Schema != null, name);
            parameters.Where(parameter => parameter.In == ParameterLocation.Path).Select(parameter => parameter.Name)
                .ShouldBe(PathParameter().Matches(path).Select(match => match.Groups[1].Value), ignoreOrder: true, name);

            // Either the shape of a JSON body is in the document, or it is said where it is to be found.
            var bodies = operation.Responses.Values.Select(answer => answer.Content).Append(operation.RequestBody?.Content).OfType<IDictionary<string, OpenApiMediaType>>();
            var shapeless = bodies.SelectMany(content => content).Any(body => body.Key.Contains("json", StringComparison.Ordinal) && body.Value.Schema is null);
            (shapeless && operation.ExternalDocs?.Url is null).ShouldBeFalse(name);
        }
    }

    [Fact]
    public async Task Each_way_in_has_a_name_of_its_own()
    {
        await using var gateway = await WholeGateway.StartAsync(GatewayMode.Test);

        var schemes = gateway.Routes.SelectMany(route => route.Metadata.GetMetadata<Operation>()?.Security ?? []).Distinct().ToList();

        schemes.Select(scheme => scheme.Name).ShouldBeUnique();
        (await gateway.ReferenceAsync()).Document!.Components!.SecuritySchemes!.Keys.ShouldBe(schemes.Select(scheme => scheme.Name), ignoreOrder: true);
    }

    private static IEnumerable<(string Name, string Path, OpenApiOperation Operation)> OperationsOf(OpenApiDocument document) =>
        document.Paths.SelectMany(path => path.Value.Operations!.Select(operation => ($"{operation.Key.Method} {path.Key}", path.Key, operation.Value)));

    /// <summary>As OpenAPI writes it: without the constraints.</summary>
    private static string PathOf(RouteEndpoint route) => "/" + Constraint().Replace(route.RoutePattern.RawText!, "{$1}").Trim('/');

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}

using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Naru.Engine.Pumps;
using Naru.Server.Operations.Metrics;
using Naru.Tests;

namespace Naru.Server.Tests.Operations;

/// <summary>What an operator looks up is written down.</summary>
public sealed partial class DocumentedTests
{
    private static readonly string s_operations = File.ReadAllText(Checkout.PathOf("docs/operations.md"));
    private static readonly string s_settings = File.ReadAllText(Checkout.PathOf("docs/settings.md"));

    [Fact]
    public void Every_metric_of_the_gateway_is_in_the_table()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var names = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    names.Add(PrometheusNames.Metric(instrument.Name, instrument.Unit, MetricKinds.Of(instrument)!.Value));
                }
            },
        };
        listener.Start();

        using var meter = new GatewayMeter(factory);

        names.Count.ShouldBeGreaterThan(5);
        names.ShouldAllBe(name => s_operations.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_that_the_sources_of_the_server_name_is_in_the_table()
    {
        var named = Directory.EnumerateFiles(Checkout.PathOf("src/Naru.Server/Composition"), "*.cs")
            .SelectMany(file => SettingRead().Matches(File.ReadAllText(file)).Select(match => "Naru:" + match.Groups[1].Value))
            .Distinct()
            .ToList();

        named.Count.ShouldBeGreaterThan(5);
        named.Where(name => !s_settings.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_that_the_operations_pages_point_to_exists()
    {
        foreach (var (page, text) in new[] { ("operations.md", s_operations), ("settings.md", s_settings) })
        {
            foreach (Match link in Link().Matches(text))
            {
                var (file, anchor) = (link.Groups[1].Value, link.Groups[2].Value);
                var path = Checkout.PathOf("docs/" + (file.Length == 0 ? page : file));
                File.Exists(path).ShouldBeTrue(link.Value);
                if (anchor.Length > 0)
                {
                    Heading().Matches(File.ReadAllText(path)).Select(h => h.Groups["text"].Value.ToLowerInvariant().Replace(' ', '-')).ShouldContain(anchor, link.Value);
                }
            }
        }
    }

    [GeneratedRegex("""naru(?:\.GetValue\(|\[)"([A-Za-z:]+)""")]
    private static partial Regex SettingRead();

    [GeneratedRegex(@"\]\(([a-z-]+\.md)?#?([a-z-]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^## (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}

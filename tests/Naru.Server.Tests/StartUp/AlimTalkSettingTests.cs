using Microsoft.Extensions.Configuration;
using Naru.Core.Templates;
using Naru.Server.Composition;
using Naru.Tests;

namespace Naru.Server.Tests.StartUp;

public sealed class AlimTalkSettingTests
{
    [Fact]
    public void Nothing_set_gives_KakaoTalks_present_limits() => Read([]).ShouldBe(AlimTalkRules.Default);

    [Fact]
    public void What_is_set_holds()
    {
        var rules = Read(new() { ["Naru:AlimTalk:MaxText"] = "1000", ["Naru:AlimTalk:MaxValue"] = "14", ["Naru:AlimTalk:ForwardAsQuickReply"] = "false" });

        rules.ShouldBe(AlimTalkRules.Default with { MaxText = 1000, MaxValue = 14, ForwardAsQuickReply = false });
    }

    [Theory]
    [InlineData("MaxText", "0")]
    [InlineData("MaxVariables", "-1")]
    [InlineData("MaxValue", "10001")]
    public void A_limit_that_cannot_be_is_refused_with_its_name(string name, string value) =>
        Should.Throw<InvalidOperationException>(() => Read(new() { [$"Naru:AlimTalk:{name}"] = value })).Message.ShouldContain($"Naru:AlimTalk:{name}");

    [Fact]
    public void Every_limit_stands_in_the_page_of_settings_with_its_default()
    {
        var page = File.ReadAllText(Checkout.PathOf("docs/settings.md"));
        foreach (var property in typeof(AlimTalkRules).GetProperties().Where(property => property.CanWrite))
        {
            var otherwise = property.GetValue(AlimTalkRules.Default) switch
            {
                null => "none",
                bool flag => flag ? "true" : "false",
                var value => value.ToString()!,
            };
            page.ShouldMatch($@"\| `Naru:AlimTalk:{property.Name}` \|[^|]*\| {otherwise} \|");
        }
    }

    private static AlimTalkRules Read(Dictionary<string, string?> settings) =>
        AlimTalkSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}

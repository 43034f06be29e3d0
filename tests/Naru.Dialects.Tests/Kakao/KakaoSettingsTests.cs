using Microsoft.Extensions.Configuration;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Outside;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>Settings that are refused at the start, by name.</summary>
public sealed class KakaoSettingsTests
{
    [Theory]
    [InlineData("SigningKeyPeriod", "00:59:59", "SigningKeyPeriod")]
    [InlineData("SigningKeyPeriod", "often", "SigningKeyPeriod")]
    [InlineData("SigningKeyCache", "90.00:00:00", "SigningKeyCache")]
    [InlineData("SigningKeyPeriod", "23:00:00", "SigningKeyCache")]
    public void A_key_signs_for_longer_than_clients_keep_the_set_of_keys(string name, string value, string named) =>
        Should.Throw<InvalidOperationException>(() => KakaoOptions.From(With($"Naru:Kakao:{name}", value), "")).Message.ShouldContain($"Naru:Kakao:{named} is ");

    [Fact]
    public void What_is_not_set_is_at_its_default()
    {
        var options = KakaoOptions.From(With("Naru:Kakao:SigningKeyPeriod", "30.00:00:00"), "");
        (options.SigningKeyPeriod, options.SigningKeyCache).ShouldBe((TimeSpan.FromDays(30), TimeSpan.FromDays(1)));
        KakaoHosts.From(With("Naru:Kakao:Itself:Picker", "")).Picker.ShouldBe(new Uri("https://friend-picker.kakao.com"));
    }

    [Theory]
    [InlineData("http://friend-picker.example")]
    [InlineData("https://friend-picker.example/select")]
    [InlineData("friend-picker")]
    public void The_pickers_host_is_reached_with_TLS_or_on_this_machine(string value) =>
        Should.Throw<InvalidOperationException>(() => KakaoHosts.From(With("Naru:Kakao:Itself:Picker", value))).Message.ShouldContain("Naru:Kakao:Itself:Picker");

    private static IConfiguration With(string name, string value) => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(name, value)]).Build();
}

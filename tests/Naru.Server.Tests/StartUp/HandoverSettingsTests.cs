using Microsoft.Extensions.Configuration;
using Naru.Engine;
using Naru.Server.Commands;
using Naru.Server.Composition;

namespace Naru.Server.Tests.StartUp;

public sealed class HandoverSettingsTests
{
    [Theory]
    [InlineData(null, null, 0.2)]
    [InlineData("Host=127.0.0.1;Database=naru", null, 0.1)]
    [InlineData("Host=127.0.0.1;Database=naru", "0.5", 0.5)]
    public void How_much_goes_out_in_a_rush_is_the_stores_choice_unless_settings_say_it(string? storage, string? said, double expected) =>
        Read(storage, said).Engine.HandoversPerAccepted.ShouldBe(expected);

    [Fact]
    public void Nothing_at_all_is_refused() =>
        Should.Throw<InvalidOperationException>(() => Read(null, "0")).Message.ShouldStartWith("Naru:Engine:HandoversPerAccepted");

    private static NaruSettings Read(string? storage, string? said) => NaruSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Naru:Storage", storage), new("Naru:Engine:HandoversPerAccepted", said)]).Build(),
        new Serving(GatewayMode.Demo, Urls: null, Data: null, AllowRemote: false, Tour: false));
}

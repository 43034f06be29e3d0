using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Naru.Carriers.Http;
using Naru.Engine.Ports;
using Naru.Server.Composition.Carriers;

namespace Naru.Server.Tests.StartUp;

public sealed class CarrierSettingsTests
{
    [Fact]
    public void A_carrier_of_a_known_kind_is_added_with_its_limit()
    {
        var carrier = Read(("mobile:Type", "SMPP"), ("mobile:Host", "127.0.0.1"), ("mobile:SystemId", "naru"), ("mobile:PerSecond", "50")).ShouldHaveSingleItem();

        (carrier.Name, carrier.Type!.Type, carrier.PerSecond).ShouldBe(("mobile", "smpp", 50));
        var services = new ServiceCollection();
        carrier.Type.Add(services, carrier.Name, carrier.Section, "data");
        services.ShouldContain(service => service.ServiceType == typeof(ICarrier));
    }

    [Fact]
    public void A_dealers_carrier_has_its_published_limit_a_webhook_and_an_account()
    {
        var carriers = Read(("infobank:Type", "bizgo"), ("infobank:ApiKey", "key"), ("coolsms:Type", "solapi"), ("coolsms:ApiKey", "key"), ("coolsms:ApiSecret", "secret"));

        carriers.ToDictionary(carrier => carrier.Name, carrier => carrier.PerSecond).ShouldBe(new Dictionary<string, int?> { ["infobank"] = 200, ["coolsms"] = null }, ignoreOrder: true);
        foreach (var carrier in carriers)
        {
            var services = new ServiceCollection();
            carrier.Type!.Add(services, carrier.Name, carrier.Section, "data");
            Type[] needed = [typeof(ICarrier), typeof(ICarrierWebhook), typeof(IDealer)];
            services.Select(service => service.ServiceType).Intersect(needed).ShouldBe(needed, ignoreOrder: true);
        }
    }

    [Fact]
    public void The_simulator_needs_no_kind() => Read(("Simulator:PerSecond", "7")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
        carrier => carrier.Name.ShouldBe("simulator"), carrier => carrier.Type.ShouldBeNull(), carrier => carrier.PerSecond.ShouldBe(7));

    [Theory]
    [InlineData("mobile:PerSecond", "5", "Naru:Carriers:mobile: there is no carrier of this name")]
    [InlineData("mobile:Type", "pigeon", "Naru:Carriers:mobile:Type: there is no kind of carrier 'pigeon'. There are: bizgo, smpp, solapi")]
    [InlineData("Mobile One:Type", "smpp", "Naru:Carriers:Mobile One: a carrier's name has")]
    [InlineData("simulator:Type", "smpp", "Naru:Carriers:simulator:Type: the simulator is always there")]
    [InlineData("simulator:PerSecond", "0", "Naru:Carriers:simulator:PerSecond must be 1 to 1,000,000")]
    [InlineData("simulator:PerSecond", "many", "Naru:Carriers:simulator:PerSecond must be 1 to 1,000,000")]
    public void What_cannot_be_meant_is_refused_with_its_path(string key, string value, string message) =>
        Should.Throw<InvalidOperationException>(() => Read((key, value))).Message.ShouldStartWith(message);

    private static IReadOnlyList<ConfiguredCarrier> Read(params (string Key, string Value)[] settings) => ConfiguredCarrier.ReadAll(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Naru:Carriers:{s.Key}", (string?)s.Value))).Build().GetSection("Naru:Carriers"));
}

using Naru.Carriers.Smpp;

namespace Naru.Server.Composition.Carriers;

/// <summary>The kinds of ways out that this program has, besides the simulator, which is always there.</summary>
public static class CarrierTypes
{
    private static readonly CarrierType[] Known =
    [
        new(SmppServices.CarrierType, static (services, name, section, folder) => services.AddSmpp(name, section, folder)),
    ];

    public static string Names => string.Join(", ", Known.Select(static type => type.Type));

    public static CarrierType? Find(string type) => Array.Find(Known, known => string.Equals(known.Type, type, StringComparison.OrdinalIgnoreCase));
}

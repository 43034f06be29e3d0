using Naru.Carriers.Bizgo;
using Naru.Carriers.Smpp;
using Naru.Carriers.Solapi;

namespace Naru.Server.Composition.Carriers;

/// <summary>The kinds of ways out that this program has, besides the simulator, which is always there.</summary>
public static class CarrierTypes
{
    private static readonly CarrierType[] Known =
    [
        new(BizgoServices.CarrierType, static (services, name, section, folder) => services.AddBizgo(name, section, folder), BizgoOptions.PublishedRate),
        new(SmppServices.CarrierType, static (services, name, section, folder) => services.AddSmpp(name, section, folder)),
        new(SolapiServices.CarrierType, static (services, name, section, folder) => services.AddSolapi(name, section, folder)),
    ];

    public static string Names => string.Join(", ", Known.Select(static type => type.Type));

    public static CarrierType? Find(string type) => Array.Find(Known, known => string.Equals(known.Type, type, StringComparison.OrdinalIgnoreCase));
}

namespace Naru.Server.Composition.Carriers;

public static class CarrierServices
{
    /// <summary>Every carrier that settings name, by its kind.</summary>
    public static IServiceCollection AddCarriers(this IServiceCollection services, NaruSettings settings)
    {
        foreach (var carrier in settings.Carriers)
        {
            carrier.Type?.Add(services, carrier.Name, carrier.Section, settings.DataFolder);
        }

        return services;
    }
}

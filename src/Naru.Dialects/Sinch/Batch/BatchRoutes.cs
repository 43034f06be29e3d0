using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Sinch.Errors;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>The Batch API (contracts/sinch.md §3.9). It takes access tokens only.</summary>
internal static class BatchRoutes
{
    public static void MapBatch(this IEndpointRouteBuilder project, SinchDoor door)
    {
        var services = project.ServiceProvider;
        var batch = services.GetRequiredService<BatchEndpoints>();
        project.Resource(
            "/messages",
            ("POST", door.SecuredByToken(services.GetRequiredService<SendBatch>().HandleAsync), BatchReference.Send),
            ("GET", door.SecuredByToken(batch.ListAsync), BatchReference.List),
            ("DELETE", door.SecuredByToken(batch.CancelAsync), BatchReference.Cancel));
        project.Resource($"/messages/{{{BatchEndpoints.Parameter}}}", ("GET", door.SecuredByToken(batch.GetAsync), BatchReference.Get));
        project.MapBatchNotServed(door);
    }

    public static void AddBatch(this IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter, BatchHosts>();
        services.AddSingleton<BatchReader>();
        services.AddSingleton<BatchPlanner>();
        services.AddSingleton<SendBatch>();
        services.AddSingleton<BatchLookup>();
        services.AddSingleton<BatchEndpoints>();
    }
}

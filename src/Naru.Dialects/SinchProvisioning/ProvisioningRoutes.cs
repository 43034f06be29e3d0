using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.SinchProvisioning.Activities;
using Naru.Dialects.SinchProvisioning.Categories;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Dialects.SinchProvisioning.Senders;
using Naru.Dialects.SinchProvisioning.Templates;
using Naru.Dialects.SinchProvisioning.Webhooks;
using Naru.Engine.Reference;

namespace Naru.Dialects.SinchProvisioning;

/// <summary>The paths of the Provisioning API (contracts/sinch.md §6 to §8).</summary>
public static class ProvisioningRoutes
{
    private const string Sender = "/senders/{" + ProvisioningPaths.PlusFriendId + "}";
    private const string Template = Sender + "/templates/{" + ProvisioningPaths.TemplateCode + "}";

    public static IEndpointRouteBuilder MapSinchProvisioning(this IEndpointRouteBuilder routes)
    {
        var door = routes.ServiceProvider.GetRequiredService<ProvisioningDoor>();
        foreach (var prefix in new[] { "", ProvisioningPaths.Prefix })
        {
            var kakaoTalk = routes.MapGroup(prefix + ProvisioningPaths.Project + ProvisioningPaths.KakaoTalk).WithTags("Sinch: Provisioning API");
            kakaoTalk.MapSenders(door);
            kakaoTalk.MapTemplates(door);
            kakaoTalk.MapCategories(door);
            kakaoTalk.NothingElse();
        }

        var project = routes.MapGroup(ProvisioningPaths.Prefix + ProvisioningPaths.Project).WithTags("Sinch: Provisioning API");
        project.MapWebhooks(door);
        var bundles = door.Secured(static (context, _) => ErrorAnswer.WriteAsync(context, ProvisioningError.BundlesNotServed));
        project.Map("/bundles/{**rest}", bundles);
        routes.MapGroup(ProvisioningPaths.Prefix + ProvisioningPaths.V1).NothingElse();
        return routes;
    }

    private static void MapSenders(this IEndpointRouteBuilder group, ProvisioningDoor door)
    {
        var senders = group.ServiceProvider.GetRequiredService<SenderEndpoints>();
        var verification = group.ServiceProvider.GetRequiredService<SenderVerification>();
        var activities = group.ServiceProvider.GetRequiredService<ActivityEndpoints>();
        var comments = group.ServiceProvider.GetRequiredService<CommentEndpoints>();
        group.Resource(
            "/senders",
            ("GET", door.Secured(senders.ListAsync), SenderReference.List),
            ("POST", door.Secured(senders.CreateAsync, ProvisioningError.ProjectNotFound), SenderReference.Create));
        group.Resource(
            Sender,
            ("GET", door.Secured(senders.GetAsync), SenderReference.Get),
            ("PATCH", door.Secured(senders.UpdateAsync, ProvisioningError.ProjectNotFound), SenderReference.Update),
            ("DELETE", door.Secured(senders.DeleteAsync), SenderReference.Delete));
        group.Resource(Sender + "/register", ("POST", door.Secured(verification.RegisterAsync), SenderReference.Register));
        group.Resource(Sender + "/verify", ("POST", door.Secured(verification.VerifyAsync), SenderReference.Verify));
        group.Resource(Sender + "/activities", ("GET", door.Secured(activities.ListOfSenderAsync), SenderReference.Activities));
        group.Resource(Sender + "/notifications", ("GET", door.Secured(activities.ListOfSenderAsync), SenderReference.Notifications));
        group.Resource(Sender + "/changes", ("DELETE", door.Secured(senders.DeleteChangesAsync), SenderReference.DeleteChanges));
        group.Resource(Sender + "/comments", ("POST", door.Secured(comments.OnSenderAsync), SenderReference.Comment));
    }

    private static void MapTemplates(this IEndpointRouteBuilder group, ProvisioningDoor door)
    {
        var templates = group.ServiceProvider.GetRequiredService<TemplateEndpoints>();
        var activities = group.ServiceProvider.GetRequiredService<ActivityEndpoints>();
        var comments = group.ServiceProvider.GetRequiredService<CommentEndpoints>();
        group.Resource(
            Sender + "/templates",
            ("GET", door.Secured(templates.ListAsync), TemplateReference.List),
            ("POST", door.Secured(templates.CreateAsync), TemplateReference.Create));
        group.Resource(
            Template,
            ("GET", door.Secured(templates.GetAsync), TemplateReference.Get),
            ("PATCH", door.Secured(templates.UpdateAsync), TemplateReference.Update),
            ("DELETE", door.Secured(templates.DeleteAsync), TemplateReference.Delete));
        group.Resource(Template + "/activities", ("GET", door.Secured(activities.ListOfTemplateAsync), TemplateReference.Activities));
        group.Resource(Template + "/notifications", ("GET", door.Secured(activities.ListOfTemplateAsync), TemplateReference.Notifications));
        group.Resource(Template + "/changes", ("DELETE", door.Secured(templates.DeleteChangesAsync), TemplateReference.DeleteChanges));
        group.Resource(Template + "/comments", ("POST", door.Secured(comments.OnTemplateAsync), TemplateReference.Comment));
    }

    private static void MapCategories(this IEndpointRouteBuilder group, ProvisioningDoor door)
    {
        var categories = group.ServiceProvider.GetRequiredService<CategoryEndpoints>();
        group.Resource("/categories/senders", ("GET", door.Secured(categories.ListOfSendersAsync), TemplateReference.SenderCategories));
        group.Resource("/categories" + Sender + "/templates", ("GET", door.Secured(categories.ListOfTemplatesAsync), TemplateReference.TemplateCategories));
    }

    private static void MapWebhooks(this IEndpointRouteBuilder project, ProvisioningDoor door)
    {
        var webhooks = project.ServiceProvider.GetRequiredService<WebhookEndpoints>();
        project.Resource(
            "/webhooks",
            ("GET", door.Secured(webhooks.ListAsync), WebhookReference.List),
            ("POST", door.Secured(webhooks.CreateAsync), WebhookReference.Create));
        project.Resource(
            "/webhooks/{" + ProvisioningPaths.WebhookId + "}",
            ("GET", door.Secured(webhooks.GetAsync), WebhookReference.Get),
            ("PUT", door.Secured(webhooks.ReplaceAsync), WebhookReference.Replace),
            ("PATCH", door.Secured(webhooks.UpdateAsync), WebhookReference.Update),
            ("DELETE", door.Secured(webhooks.DeleteAsync), WebhookReference.Delete));
    }

    /// <summary>A path with its operations; any other method is answered with 405.</summary>
    private static void Resource(this IEndpointRouteBuilder group, string path, params (string Method, RequestDelegate Handle, Operation Described)[] operations)
    {
        foreach (var (method, handle, described) in operations)
        {
            group.MapMethods(path, [method], handle).Describe(described);
        }

        var allowed = string.Join(", ", operations.Select(operation => operation.Method));
        group.Map(path, context =>
        {
            context.Response.Headers.Allow = allowed;
            return ErrorAnswer.WriteAsync(context, ProvisioningError.MethodNotAllowed);
        });
    }

    private static void NothingElse(this IEndpointRouteBuilder group) => group.Map("/{**path}", static context => ErrorAnswer.WriteAsync(context, ProvisioningError.NotFound));
}

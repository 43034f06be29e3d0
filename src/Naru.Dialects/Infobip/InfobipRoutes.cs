using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Content;
using Naru.Dialects.Infobip.Alim;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.BrandTemplates;
using Naru.Dialects.Infobip.Bulks;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Logs;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Platform;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Sending;
using Naru.Dialects.Infobip.Sms;
using Naru.Engine.Reference;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip;

/// <summary>The paths of the Infobip front door (contracts/infobip.md §2, §9, §11).</summary>
public static class InfobipRoutes
{
    public static IEndpointRouteBuilder MapInfobip(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var door = services.GetRequiredService<InfobipDoor>();

        var alim = routes.MapGroup("/kakao-alim").WithTags("Infobip: AlimTalk");
        alim.Resource("/1/messages", ErrorFamily.Newer, ("POST", door.Secured(ErrorFamily.Newer, InfobipScopes.Messages, services.GetRequiredService<SendMessages>().As(SendForm.AlimTalk)), AlimReference.Send));
        alim.Resource("/1/reports", ErrorFamily.Newer, ("GET", door.Secured(ErrorFamily.Newer, InfobipScopes.Messages, services.GetRequiredService<PullReports>().Of(Channel.AlimTalk, ErrorFamily.Newer, ReportForm.Messages)), AlimReference.Reports));
        alim.Resource("/1/logs", ErrorFamily.Newer, ("GET", door.SecuredLogs(ErrorFamily.Newer, InfobipScopes.Logs, services.GetRequiredService<ListLogs>().Of(Channel.AlimTalk, ErrorFamily.Newer, ReportForm.Messages)), AlimReference.Logs));
        alim.Bulks(services, ErrorFamily.Newer);
        alim.NothingElse(ErrorFamily.Newer);

        var brand = routes.MapGroup("/kakao-brand-messages").WithTags("Infobip: brand templates");
        brand.BrandTemplates(services, door);
        brand.NothingElse(ErrorFamily.Newer);

        // Of these channels only the bulks are served.
        foreach (var (prefix, tag) in new[] { ("/kakao-sangdam", "Infobip: ConsultationTalk"), ("/kakao-chingu", "Infobip: Brand Message") })
        {
            var channel = routes.MapGroup(prefix).WithTags(tag);
            channel.Bulks(services, ErrorFamily.Newer);
            channel.NothingElse(ErrorFamily.Newer);
        }

        routes.MapGroup("/sms").WithTags("Infobip: bulks").Bulks(services, ErrorFamily.Older);
        routes.MapGroup("/sms").WithTags("Infobip: SMS").Texts(services, door);

        routes.MapGroup("/omni").WithTags("Infobip: OMNI").Omni(services, door);

        var platform = routes.MapGroup("/provisioning/1").WithTags("Infobip: platform");
        platform.Platform(services, "/applications", PlatformWords.Applications);
        platform.Platform(services, "/entities", PlatformWords.Entities);
        platform.NothingElse(ErrorFamily.Older);

        var auth = routes.MapGroup("/auth/1").WithTags("Infobip: sign-in");
        auth.Resource(
            "/session",
            ErrorFamily.Older,
            ("POST", door.SignIn(ErrorFamily.Older, services.GetRequiredService<CreateSession>().HandleAsync), SignInReference.CreateSession),
            ("DELETE", door.SignIn(ErrorFamily.Older, services.GetRequiredService<DestroySession>().HandleAsync), SignInReference.DestroySession));
        auth.Resource("/oauth2/token", ErrorFamily.OAuth, ("POST", door.SignIn(ErrorFamily.OAuth, services.GetRequiredService<IssueOAuthToken>().HandleAsync), SignInReference.IssueToken));
        auth.NothingElse(ErrorFamily.Older);
        return routes;
    }

    private static void Texts(this RouteGroupBuilder group, IServiceProvider services, InfobipDoor door)
    {
        var send = services.GetRequiredService<SendMessages>();
        var reports = services.GetRequiredService<PullReports>();
        var logs = services.GetRequiredService<ListLogs>();
        group.Resource("/3/messages", ErrorFamily.Newer, ("POST", door.Secured(ErrorFamily.Newer, InfobipScopes.Texts, send.As(SendForm.Sms)), SmsReference.Send));
        group.Resource("/2/text/advanced", ErrorFamily.Older, ("POST", door.Secured(ErrorFamily.Older, InfobipScopes.Texts, send.As(SendForm.AdvancedSms)), SmsReference.SendAdvanced));
        foreach (var (version, family, form) in new[] { ("/3", ErrorFamily.Newer, ReportForm.Messages), ("/1", ErrorFamily.Older, ReportForm.Texts) })
        {
            group.Resource(version + "/reports", family, ("GET", door.Secured(family, InfobipScopes.Texts, reports.Of(Channel.Sms, family, form)), SmsReference.Reports));
            group.Resource(
                version + "/logs",
                family,
                ("GET", door.SecuredLogs(family, InfobipScopes.TextLogs, logs.Of(Channel.Sms, family, form)), form == ReportForm.Texts ? SmsReference.OlderLogs : SmsReference.Logs));
        }

        group.MapGroup("/3").NothingElse(ErrorFamily.Newer);
        group.NothingElse(ErrorFamily.Older);
    }

    private static void Omni(this RouteGroupBuilder group, IServiceProvider services, InfobipDoor door)
    {
        var scenarios = services.GetRequiredService<ScenarioOperations>();
        group.Resource(
            "/1/scenarios",
            ErrorFamily.Older,
            ("GET", door.Secured(ErrorFamily.Older, InfobipScopes.Scenarios, scenarios.ListAsync), ScenarioReference.List),
            ("POST", door.SecuredNewScenario(scenarios.CreateAsync), ScenarioReference.Create));
        group.Resource(
            $"/1/scenarios/{{{ScenarioOperations.Key}}}",
            ErrorFamily.Older,
            ("GET", door.Secured(ErrorFamily.Older, InfobipScopes.Scenarios, scenarios.FindAsync), ScenarioReference.Find),
            ("PUT", door.SecuredScenarioChange(scenarios.ReplaceAsync), ScenarioReference.Replace),
            ("DELETE", door.Secured(ErrorFamily.Older, InfobipScopes.Scenarios, scenarios.RemoveAsync), ScenarioReference.Remove));
        group.Resource("/1/advanced", ErrorFamily.Older, ("POST", door.Secured(ErrorFamily.Older, InfobipScopes.Omni, services.GetRequiredService<SendMessages>().As(SendForm.Omni)), OmniReference.Send));
        group.Resource("/1/reports", ErrorFamily.Older, ("GET", door.Secured(ErrorFamily.Older, InfobipScopes.Omni, services.GetRequiredService<PullReports>().Of(default, ErrorFamily.Older, ReportForm.Omni)), OmniReference.Reports));
        group.Resource("/1/logs", ErrorFamily.Older, ("GET", door.SecuredLogs(ErrorFamily.Older, InfobipScopes.OmniLogs, services.GetRequiredService<ListLogs>().Of(null, ErrorFamily.Older, ReportForm.Omni)), OmniReference.Logs));
        group.NothingElse(ErrorFamily.Older);
    }

    /// <summary>Documented for SMS; anywhere else an extension.</summary>
    private static void Bulks(this RouteGroupBuilder group, IServiceProvider services, ErrorFamily family)
    {
        var door = services.GetRequiredService<InfobipDoor>();
        var bulks = services.GetRequiredService<BulkOperations>();
        group.Resource(
            "/1/bulks",
            family,
            ("GET", door.Secured(family, InfobipScopes.Bulks, bulks.Schedule(family)), Described(BulkReference.Schedule)),
            ("PUT", door.Secured(family, InfobipScopes.ManageBulks, bulks.Reschedule(family)), Described(BulkReference.Reschedule)));
        group.Resource(
            "/1/bulks/status",
            family,
            ("GET", door.Secured(family, InfobipScopes.Bulks, bulks.Status(family)), Described(BulkReference.Status)),
            ("PUT", door.Secured(family, InfobipScopes.ManageBulks, bulks.ChangeStatus(family)), Described(BulkReference.ChangeStatus)));

        Operation Described(Operation operation) => family == ErrorFamily.Older ? operation : BulkReference.AsExtension(operation);
    }

    private static void BrandTemplates(this RouteGroupBuilder group, IServiceProvider services, InfobipDoor door)
    {
        var templates = services.GetRequiredService<BrandTemplateOperations>();
        group.Resource(
            "/1/templates",
            ErrorFamily.Newer,
            ("GET", door.Secured(ErrorFamily.Newer, InfobipScopes.BrandTemplates, templates.ListAsync), BrandTemplateReference.List),
            ("POST", door.SecuredBrandTemplates(InfobipScopes.BrandTemplates, templates.CreateAsync), BrandTemplateReference.Create));
        group.Resource(
            "/1/templates/single",
            ErrorFamily.Newer,
            ("GET", door.Secured(ErrorFamily.Newer, InfobipScopes.BrandTemplates, templates.GetAsync), BrandTemplateReference.Get));
        group.Resource(
            $"/1/templates/{{{BrandTemplateOperations.TemplateCode}}}",
            ErrorFamily.Newer,
            ("PUT", door.Secured(ErrorFamily.Newer, InfobipScopes.BrandTemplates, templates.UpdateAsync), BrandTemplateReference.Update));
    }

    private static void Platform(this RouteGroupBuilder group, IServiceProvider services, string path, PlatformWords words)
    {
        var door = services.GetRequiredService<InfobipDoor>();
        var operations = new PlatformOperations(services.GetRequiredService<WorkspaceDirectory>(), words);
        var reference = new PlatformReference(words);
        group.Resource(
            path,
            ErrorFamily.Older,
            ("GET", door.SecuredPlatform(InfobipScopes.Platform, operations.ListAsync), reference.List),
            ("POST", door.SecuredPlatform(InfobipScopes.Platform, operations.CreateAsync), reference.Create));
        group.Resource(
            $"{path}/{{{PlatformOperations.Id}}}",
            ErrorFamily.Older,
            ("GET", door.SecuredPlatform(InfobipScopes.Platform, operations.FindAsync), reference.Find),
            ("PUT", door.SecuredPlatform(InfobipScopes.Platform, operations.RenameAsync), reference.Rename),
            ("DELETE", door.SecuredPlatform(InfobipScopes.Platform, operations.RemoveAsync), reference.Remove));
    }

    /// <summary>A path with its operations; any other method is answered with 405 in the path's family.</summary>
    private static void Resource(this RouteGroupBuilder group, string path, ErrorFamily family, params (string Method, RequestDelegate Handle, Operation Described)[] operations)
    {
        foreach (var (method, handle, described) in operations)
        {
            group.MapMethods(path, [method], handle).Describe(described);
        }

        var allowed = string.Join(", ", operations.Select(operation => operation.Method));
        group.Map(path, context =>
        {
            context.Response.Headers.Allow = allowed;
            return FaultAnswer.WriteAsync(context, family, InfobipFault.MethodNotAllowed);
        });
    }

    /// <summary>Every other path under the prefix: 404 in its family.</summary>
    private static void NothingElse(this RouteGroupBuilder group, ErrorFamily family) =>
        group.Map("/{**path}", context => FaultAnswer.WriteAsync(context, family, InfobipFault.NotFound));
}

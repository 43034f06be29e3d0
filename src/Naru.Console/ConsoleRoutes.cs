using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Access;
using Naru.Console.Assets;
using Naru.Console.Carriers;
using Naru.Console.Handset;
using Naru.Console.Kakao;
using Naru.Console.Linting;
using Naru.Console.Pages.Alarms;
using Naru.Console.Pages.Apps;
using Naru.Console.Pages.Bulks;
using Naru.Console.Pages.Carriers;
using Naru.Console.Pages.Directory;
using Naru.Console.Pages.Kakao;
using Naru.Console.Pages.Messages;
using Naru.Console.Pages.Numbers;
using Naru.Console.Pages.Review;
using Naru.Console.Pages.Routes;
using Naru.Console.Pages.Senders;
using Naru.Console.Pages.Zones;
using Naru.Console.Pages.Webhooks;
using Naru.Console.Parts;
using Naru.Engine;

namespace Naru.Console;

public static class ConsoleRoutes
{
    /// <summary>The operator pages under <c>/console</c>, and in the demo and test modes the handset under <c>/handset</c> and the review desk; the template linter as an API.</summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapTemplateLint();
        routes.MapCarrierApi();
        routes.MapSdkFrames();
        var playsKakaoTalk = routes.ServiceProvider.GetRequiredService<GatewayModeOptions>().HasTestRoutes;
        if (playsKakaoTalk)
        {
            routes.MapHandset();
            routes.MapKakaoPages();
        }
        else
        {
            routes.MapKakaoOutside();
        }

        var console = routes.MapGroup("/console")
            .AddEndpointFilter(PageGuard.FilterAsync)
            .AddEndpointFilter(FormToken.CheckAsync)
            .ExcludeFromDescription();
        console.MapSignIn();

        var pages = console.MapGroup("").AddEndpointFilter(SignedIn.FilterAsync);
        pages.MapGet("", (HttpContext context) => Results.LocalRedirect(Visitor.Of(context).Path("messages")));
        pages.MapZone();
        pages.MapWorkspaces();

        var workspace = pages.MapGroup("/{workspace:guid}");
        workspace.MapMessages();
        workspace.MapBulks();
        workspace.MapApps();
        workspace.MapWebhooks();
        workspace.MapCredentials();
        workspace.MapSenders();
        workspace.MapCarriers();
        workspace.MapRoutes();
        workspace.MapNumbers();
        workspace.MapAlarms();
        workspace.MapKakaoApps();
        if (playsKakaoTalk)
        {
            workspace.MapReview();
        }

        return routes;
    }
}

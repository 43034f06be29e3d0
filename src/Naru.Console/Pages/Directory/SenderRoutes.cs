using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Directory;

/// <summary>Senders and their templates, to look at.</summary>
internal static class SenderRoutes
{
    public static void MapSenders(this IEndpointRouteBuilder workspace) => workspace.MapGet("/senders", List);

    private static RazorComponentResult<SenderListPage> List(HttpContext context, WorkspaceDirectory directory)
    {
        var visitor = Visitor.Of(context);
        return new RazorComponentResult<SenderListPage>(new
        {
            Visitor = visitor,
            Senders = directory.SendersOf(visitor.Workspace.Id).Select(sender => (sender, directory.TemplatesOf(sender.Key))).ToArray(),
        });
    }
}

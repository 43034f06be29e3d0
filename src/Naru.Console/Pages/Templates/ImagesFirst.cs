using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Core.Templates;
using Naru.Engine.Images;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Templates;

/// <summary>Before a template is handed in its images are looked at once more; where one cannot be used the page says so and nothing is handed in.</summary>
internal sealed class ImagesFirst(WorkspaceDirectory directory, ImageInspector images, TemplateReader templates) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, visitor) = (context.HttpContext, Visitor.Of(context.HttpContext));
        return TemplateLinks.Find(visitor, directory, Route("key"), Route("code")) is var (sender, template)
            && (await images.CheckAsync(template.Latest, http.RequestAborted)).Any(finding => finding.Severity == Severity.Error)
            ? await templates.PageAsync(visitor, sender, template, http.RequestAborted, fault: visitor.Words.Editor.ImagesRefused, status: StatusCodes.Status409Conflict)
            : await next(context);

        string Route(string name) => http.GetRouteValue(name) as string ?? "";
    }
}

using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Http;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Omni;

/// <summary><c>/omni/1/scenarios</c>: in which order a workspace's OMNI messages try channels (contracts/infobip.md §12). To remove one is an extension.</summary>
internal sealed class ScenarioOperations(WorkspaceDirectory directory)
{
    /// <summary>"Maximal number of scenarios that will be returned, defaults to 100."</summary>
    public const int DefaultLimit = 100;

    /// <summary>The route value of the paths with a key.</summary>
    public const string Key = "scenarioKey";

    private static readonly ShapeFault s_full = new("flow", $"a workspace can have {OmniScenario.MostOfWorkspace} scenarios, and has them");

    public Task ListAsync(HttpContext context, InfobipCaller caller)
    {
        var faults = new ShapeFaults();
        var query = new InfobipQuery(context.Request.Query, faults);
        var isDefault = query.Text("isDefault") is null ? (bool?)null : query.Flag("isDefault");
        var limit = query.Int32("limit", 0, InfobipQuery.MaxPage, DefaultLimit);
        var page = query.Int32("page", 0, int.MaxValue, 0);
        if (faults.Any)
        {
            return RefuseAsync(context, InfobipFault.BadRequest, faults.All);
        }

        var wanted = directory.ScenariosOf(caller.Workspace.Id).Where(scenario => isDefault is null || scenario.IsDefault == isDefault);
        var first = (int)Math.Min((long)page * limit, OmniScenario.MostOfWorkspace);
        return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, (IReadOnlyList<OmniScenario>)[.. wanted.Skip(first).Take(limit)], ScenarioAnswer.WriteList);
    }

    public async Task CreateAsync(HttpContext context, InfobipCaller caller)
    {
        if (await SmallBody.ReadAsync(context, ErrorFamily.Older, ScenarioRequest.Read) is not (true, { } asked))
        {
            return;
        }

        if (await directory.AddScenarioAsync(caller.Workspace.Id, asked.Name, asked.Flow, asked.IsDefault == true, context.RequestAborted) is { } made)
        {
            await JsonAnswer.WriteAsync(context, StatusCodes.Status201Created, made, ScenarioAnswer.Write);
        }
        else
        {
            await RefuseAsync(context, InfobipFault.Conflict, s_full);
        }
    }

    public Task FindAsync(HttpContext context, InfobipCaller caller) => AnswerAsync(context, directory.FindScenario(caller.Workspace.Id, KeyOf(context)));

    /// <summary>A name that is left out is taken away; whether it is the default stays where nothing is said.</summary>
    public async Task ReplaceAsync(HttpContext context, InfobipCaller caller)
    {
        if (await SmallBody.ReadAsync(context, ErrorFamily.Older, ScenarioRequest.Read) is (true, { } asked))
        {
            await AnswerAsync(
                context, await directory.ReplaceScenarioAsync(caller.Workspace.Id, KeyOf(context), asked.Name, asked.Flow, asked.IsDefault, context.RequestAborted));
        }
    }

    public async Task RemoveAsync(HttpContext context, InfobipCaller caller)
    {
        if (await directory.RemoveScenarioAsync(caller.Workspace.Id, KeyOf(context), context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await RefuseAsync(context, InfobipFault.NotFound);
        }
    }

    private static Task AnswerAsync(HttpContext context, OmniScenario? scenario) => scenario is null
        ? RefuseAsync(context, InfobipFault.NotFound)
        : JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, scenario, ScenarioAnswer.Write);

    private static string KeyOf(HttpContext context) => (string)context.Request.RouteValues[Key]!;

    private static Task RefuseAsync(HttpContext context, InfobipFault fault, params IReadOnlyList<ShapeFault> violations) =>
        FaultAnswer.WriteAsync(context, ErrorFamily.Older, fault, violations);
}

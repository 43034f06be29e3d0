using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.Sinch.Apps;

/// <summary><c>/apps</c> and <c>/apps/{app_id}</c>.</summary>
internal sealed class AppEndpoints(WorkspaceDirectory directory, AppStates states, GatewayClock clock)
{
    public async Task CreateAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, AppRequestReader.ReadCreate) is not { } request)
        {
            return;
        }

        var app = await directory.AddAppAsync(
            caller.Workspace.Id, (id, publicId) => request.Create(id, publicId, caller.Workspace.Id, clock.Now), context.RequestAborted);
        await AnswerAsync(context, app, "Project");
    }

    public Task ListAsync(HttpContext context, SinchCaller caller) =>
        SinchAnswer.WriteAsync<IReadOnlyList<ShownApp>>(context, [.. directory.AppsOf(caller.Workspace.Id).Select(states.Show)], AppJson.WriteList);

    public Task GetAsync(HttpContext context, SinchCaller caller) => AnswerAsync(context, directory.FindApp(caller.Workspace.Id, AppId.Of(context)), "App");

    public async Task UpdateAsync(HttpContext context, SinchCaller caller)
    {
        var mask = UpdateMask.Of(context.Request);
        var faults = new ShapeFaults();
        mask.Check(faults, AppMembers.All);
        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
        }
        else if (await SinchBody.ReadAsync(context, AppRequestReader.ReadUpdate) is { } request)
        {
            var app = await directory.ChangeAppAsync(caller.Workspace.Id, AppId.Of(context), app => request.ApplyTo(app, mask), context.RequestAborted);
            await AnswerAsync(context, app, "App");
        }
    }

    public async Task DeleteAsync(HttpContext context, SinchCaller caller)
    {
        var removed = await directory.RemoveAppAsync(caller.Workspace.Id, AppId.Of(context), context.RequestAborted);
        await (removed ? SinchAnswer.WriteNothingAsync(context) : FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App")));
    }

    private Task AnswerAsync(HttpContext context, App? app, string what) => app is null
        ? FaultAnswer.WriteAsync(context, SinchFault.NoSuch(what))
        : SinchAnswer.WriteAsync(context, states.Show(app), AppJson.Write);
}

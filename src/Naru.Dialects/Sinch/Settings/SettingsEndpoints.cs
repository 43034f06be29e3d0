using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Settings;

/// <summary><c>/settings</c>: the project's own (contracts/sinch.md §3.6). There always are some; DELETE sets them back to what they are at first.</summary>
internal sealed class SettingsEndpoints(WorkspaceDirectory directory)
{
    private static readonly IReadOnlyCollection<string> s_members = [SettingsRequest.Contacts, "project_id", "settings"];

    public Task GetAsync(HttpContext context, SinchCaller caller) => SinchAnswer.WriteAsync(context, caller.Workspace, Write);

    public async Task CreateAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, SettingsRequest.Read) is { } request)
        {
            await ChangeAsync(context, caller, settings => settings with { UnifiedContacts = request.UnifiedContacts });
        }
    }

    public async Task UpdateAsync(HttpContext context, SinchCaller caller)
    {
        var mask = UpdateMask.Of(context.Request);
        var faults = new ShapeFaults();
        mask.Check(faults, s_members);
        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
        }
        else if (await SinchBody.ReadAsync(context, SettingsRequest.Read) is { } request)
        {
            await ChangeAsync(context, caller, settings => mask.Sets(SettingsRequest.Contacts, request.HasContacts)
                ? settings with { UnifiedContacts = request.UnifiedContacts }
                : settings);
        }
    }

    public async Task DeleteAsync(HttpContext context, SinchCaller caller)
    {
        await directory.ChangeSettingsAsync(caller.Workspace.Id, static settings => settings with { UnifiedContacts = null }, context.RequestAborted);
        await SinchAnswer.WriteNothingAsync(context);
    }

    private async Task ChangeAsync(HttpContext context, SinchCaller caller, Func<WorkspaceSettings, WorkspaceSettings> change)
    {
        var changed = await directory.ChangeSettingsAsync(caller.Workspace.Id, change, context.RequestAborted);
        await (changed is null ? FaultAnswer.WriteAsync(context, SinchFault.NoSuch("Project")) : SinchAnswer.WriteAsync(context, changed, Write));
    }

    private static void Write(Utf8JsonWriter json, Workspace workspace)
    {
        json.WriteStartObject();
        json.WriteString("project_id"u8, workspace.PublicId);
        json.WriteStartObject("settings"u8);
        json.WriteStartObject("contact_settings"u8);
        json.WriteBoolean("unified_contact_id_enabled"u8, workspace.Settings.UnifiedContacts ?? false);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

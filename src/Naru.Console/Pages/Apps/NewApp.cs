using Microsoft.AspNetCore.Http;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Workspaces;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Apps;

/// <summary>The form that makes an app. What it does not ask is set to the documented defaults (contracts/sinch.md §3.2) and changed on the app's page.</summary>
public sealed record NewApp(string Name, string Mode)
{
    public static readonly NewApp Empty = new("", nameof(ProcessingMode.Dispatch));

    public static NewApp Read(IFormCollection form) => new(form["name"].ToString().Trim(), form["mode"].ToString());

    public Func<int, string, App> Maker(WorkspaceId workspace, GatewayClock clock, AppWords words, FormFaults faults)
    {
        AppForm.CheckName(Name, words, faults);
        var mode = faults.Choice<ProcessingMode>("mode", Mode, words.NotAChoice);
        return (id, publicId) => new App(
            id, workspace, publicId, Name, [], mode, AppRetention.Default, DispatchDays: 0, ReportsMetadata: false, CallbackSecret: null, RetryFor: null,
            FallbackWait: null, AppLimits.None, clock.Now);
    }
}

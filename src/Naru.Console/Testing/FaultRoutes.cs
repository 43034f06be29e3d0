using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Api;
using Naru.Engine.Ports;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>Faults on demand: of the front doors, of the reports, and the simulator's slowness.</summary>
internal static class FaultRoutes
{
    public const int MostCalls = 1_000_000;
    private static readonly int[] Statuses = [StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable];
    private static readonly TimeSpan LongestHang = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(2);

    public static void MapFaults(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/test/faults", SetCallFaultAsync).Describe(FaultReference.SetCallFault);
        routes.MapDelete("/test/faults", ForgetCallFaultAsync).Describe(FaultReference.ForgetCallFault);
        routes.MapPut("/test/reports/faults", SetReportFaultsAsync).Describe(FaultReference.SetReportFaults);
        routes.MapPut("/simulator/latency", SetLatencyAsync).AddEndpointFilter(ApiGuard.LoopbackOnlyAsync).Describe(FaultReference.SetLatency);
    }

    private static async Task<IResult> SetCallFaultAsync(HttpContext context, TestCaller caller, FrontDoorFaults faults)
    {
        var workspace = await caller.WorkspaceAsync(context);
        var body = await BodyReader.ReadRequiredAsync(context.Request, ApiJson.Readable.CallFaultBody);
        Between(body.Calls, "calls", 1, MostCalls);
        var status = StatusOf(body.Answer);
        if (body.Path is { } path && !path.StartsWith('/'))
        {
            throw Bad("path", "begins with /");
        }

        if (body.HangFor is not null && status is not null)
        {
            throw Bad("hangFor", "goes with the answer \"hang\" only");
        }

        var hang = Duration.Read(body.HangFor ?? "5s", "hangFor", LongestHang);
        faults.Set(workspace.Id, new CallFault(body.Calls, status, hang, body.Path ?? "/"));
        return Results.NoContent();
    }

    private static async Task<IResult> ForgetCallFaultAsync(HttpContext context, TestCaller caller, FrontDoorFaults faults)
    {
        faults.Forget((await caller.WorkspaceAsync(context)).Id);
        return Results.NoContent();
    }

    private static async Task<IResult> SetReportFaultsAsync(HttpContext context, TestCaller caller, ISimulatorControl simulator)
    {
        var workspace = await caller.WorkspaceAsync(context);
        var body = await BodyReader.ReadRequiredAsync(context.Request, ApiJson.Readable.ReportFaultBody);
        Between(body.Late, "late", 0, MostCalls);
        Between(body.Lost, "lost", 0, MostCalls);
        Between(body.Duplicate, "duplicate", 0, MostCalls);
        if (body.Late > 0 && body.LateBy is null)
        {
            throw Bad("lateBy", "says how late, such as 30s");
        }

        var lateBy = body.LateBy is { } by ? Duration.Read(by, "lateBy", LongestDelay) : TimeSpan.Zero;
        simulator.SetReportFaults(workspace.Id, new ReportFaults(body.Late, lateBy, body.Lost, body.Duplicate));
        return Results.NoContent();
    }

    private static async Task<IResult> SetLatencyAsync(HttpContext context, ISimulatorControl simulator)
    {
        var body = await BodyReader.ReadRequiredAsync(context.Request, ApiJson.Readable.LatencyBody);
        simulator.Latency = Duration.Read(body.Latency ?? throw Bad("latency", "is needed"), "latency", LongestDelay);
        return Results.Json(new LatencyBody(Duration.Show(simulator.Latency)), ApiJson.Readable.LatencyBody);
    }

    /// <summary>Null for "hang".</summary>
    private static int? StatusOf(JsonElement? answer) => answer switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var status) && Statuses.Contains(status) => status,
        { ValueKind: JsonValueKind.String } text when text.ValueEquals("hang") => null,
        _ => throw Bad("answer", "is 429, 500, 503 or \"hang\""),
    };

    private static void Between(int number, string parameter, int least, int most)
    {
        if (number < least || number > most)
        {
            throw Bad(parameter, $"is from {least} to {most}");
        }
    }

    private static ApiProblemException Bad(string parameter, string rule) => new(ApiProblem.Bad(parameter, $"'{parameter}' {rule}."));
}

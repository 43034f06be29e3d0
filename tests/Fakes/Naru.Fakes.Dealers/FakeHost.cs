using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Naru.Fakes.Dealers;

/// <summary>A fake's own server on loopback, with its switches: <c>GET /fake/journal</c>, <c>POST /fake/faults?send=CutAfterAccept&amp;times=1</c>.</summary>
public static class FakeHost
{
    /// <param name="port">0 = any.</param>
    public static async Task<(WebApplication App, Uri Address)> StartAsync(int port, Journal journal, Faults faults, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024);
        var app = builder.Build();
        app.MapGet("/fake/journal", () => Results.Json(journal.Lines, JsonSerializerOptions.Web));
        app.MapPost("/fake/faults", (string? send, string? push, int? times) =>
        {
            if (Enum.TryParse<SendFault>(send, ignoreCase: true, out var onSend))
            {
                faults.Next(onSend, times ?? 1);
            }
            else if (Enum.TryParse<PushFault>(push, ignoreCase: true, out var onPush))
            {
                faults.Next(onPush, times ?? 1);
            }
            else
            {
                return Results.BadRequest($"send = {string.Join(", ", Enum.GetNames<SendFault>())}; push = {string.Join(", ", Enum.GetNames<PushFault>())}");
            }

            return Results.NoContent();
        });
        map(app);
        await app.StartAsync();
        return (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    /// <summary>What a fault does to a request before anything of it is read. True when the request is over.</summary>
    public static bool Break(HttpContext context, SendFault? fault, Journal journal)
    {
        switch (fault)
        {
            case SendFault.CutBeforeReading:
                journal.Add("cut", null, "before reading");
                context.Abort();
                return true;
            case SendFault.TooMany:
                journal.Add("refused", null, "429");
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return true;
            case SendFault.Unavailable:
                journal.Add("refused", null, "503");
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return true;
            default:
                return false;
        }
    }

    /// <summary>What a fault does after the request was accepted. True when there is to be no answer.</summary>
    public static async Task<bool> BreakAfterAsync(HttpContext context, SendFault? fault, Journal journal)
    {
        if (fault == SendFault.Slow)
        {
            journal.Add("slow");
            await Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        if (fault is SendFault.CutAfterAccept or SendFault.Slow)
        {
            journal.Add("cut", null, "after accepting");
            context.Abort();
            return true;
        }

        return false;
    }
}

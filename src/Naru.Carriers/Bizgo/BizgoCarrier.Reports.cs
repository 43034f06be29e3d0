using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Http;
using Naru.Carriers.Http.Storage;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Bizgo;

/// <summary>Results, pushed or polled.</summary>
public sealed partial class BizgoCarrier
{
    private const int InquiryPage = 100;

    /// <summary>Bizgo tells reports for thirty days; no message here lives as long.</summary>
    private static readonly TimeSpan s_forgetAfter = TimeSpan.FromDays(7);

    public async Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken)
    {
        _inbox.Open(sink);
        try
        {
            while (true)
            {
                try
                {
                    await PollAsync(cancellationToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    PollFailed(_log, Name, failure);
                }

                await Task.Delay(_options.PollInterval, _clock.System, cancellationToken);
            }
        }
        finally
        {
            _inbox.Close();
        }
    }

    internal async ValueTask PollAsync(CancellationToken cancellationToken)
    {
        _store.Forget(_clock.System.GetUtcNow() - s_forgetAfter);
        if (_options.Results == BizgoResults.Polling)
        {
            while (await FetchAsync(cancellationToken))
            {
            }
        }
        else
        {
            await InquireAsync(cancellationToken);
        }
    }

    /// <summary>200 with the message's key once the report is durable; Bizgo repeats up to three times what is answered otherwise, or after five seconds.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (_secrets.Find(nameof(_options.WebhookSecret)) is not { } secret
            || !BizgoSignature.IsValid(secret, headers["X-IB-Timestamp"].ToString(), headers["X-IB-Signature"].ToString(), _clock.System.GetUtcNow(), _options.WebhookTolerance))
        {
            WebhookRefused(_log, Name);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (!_inbox.IsOpen)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var body = await CarrierWebhookRoutes.ReadAsync(context);
        if (body is null || DealerJson.Parse(body.Value) is not { ValueKind: JsonValueKind.Object } told || BizgoJson.Report(told) is not { MessageKey: { } key } report)
        {
            context.Response.StatusCode = body is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return;
        }

        await TakeAsync([report], context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(new Dictionary<string, string> { ["msgKey"] = key }), context.RequestAborted);
    }

    /// <summary>One page of what waits at Bizgo; acknowledged when it is durable here.</summary>
    /// <returns>Whether there may be more.</returns>
    private async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        var answer = await _client.FetchReportsAsync(cancellationToken);
        if (!answer.IsOk || DealerJson.Text(answer.Result, "reportId") is not { Length: > 0 } id)
        {
            return false;
        }

        await TakeAsync([.. BizgoJson.List(answer.Result, "report").Select(BizgoJson.Report)], cancellationToken);
        return await _client.AcknowledgeAsync(id, cancellationToken);
    }

    /// <summary>
    /// What was not pushed: by its message key, or, where the answer that told the key was lost, in the history. Only those that have waited for long enough.
    /// </summary>
    private async ValueTask InquireAsync(CancellationToken cancellationToken)
    {
        var before = _clock.System.GetUtcNow() - _options.InquireAfter;
        WaitingAttempt? after = null;
        DateTimeOffset? nameless = null;
        while (_store.Waiting(before, after, InquiryPage) is { Count: > 0 } page)
        {
            after = page[^1];
            foreach (var waiting in page)
            {
                if (waiting.Theirs is null)
                {
                    nameless ??= waiting.At;
                }
                else if (await _client.InquireAsync(waiting.Theirs, cancellationToken) is { IsOk: true } answer)
                {
                    await TakeAsync([.. BizgoJson.List(answer.Result, "report").Select(BizgoJson.Report)], cancellationToken);
                }
            }
        }

        if (nameless is { } since && await _client.HistoryAsync(since - TimeSpan.FromHours(1), cancellationToken) is { } history)
        {
            await TakeAsync(history, cancellationToken);
        }
    }

    private async ValueTask TakeAsync(IReadOnlyList<BizgoReport> told, CancellationToken cancellationToken)
    {
        var reports = new List<CarrierReport>(told.Count);
        var foreign = 0;
        foreach (var report in told)
        {
            if (_tag.Read(report.Reference) is not { } attempt)
            {
                foreign++;
            }
            else if (report.ReportCode is { Length: > 0 } code)
            {
                reports.Add(new CarrierReport(attempt, BizgoCodes.OfReport(report.ServiceType, code), At(report)));
            }
            else if (report.ResponseCode is { Length: > 0 } refused && refused != BizgoCodes.Ok)
            {
                reports.Add(new CarrierReport(attempt, BizgoCodes.OfService(refused), At(report)));
            }
        }

        if (foreign > 0)
        {
            Foreign(_log, Name, foreign);
        }

        _store.Reported(await _inbox.TakeAsync(reports, cancellationToken));
    }

    [LoggerMessage(5222, LogLevel.Error, "Carrier {Carrier}: results could not be polled; tried again")]
    private static partial void PollFailed(ILogger logger, string carrier, Exception failure);

    [LoggerMessage(5223, LogLevel.Warning, "Carrier {Carrier}: a webhook with a wrong signature or an old timestamp was refused")]
    private static partial void WebhookRefused(ILogger logger, string carrier);

    [LoggerMessage(5224, LogLevel.Debug, "Carrier {Carrier}: {Reports} reports are of messages that this gateway did not send")]
    private static partial void Foreign(ILogger logger, string carrier, int reports);
}

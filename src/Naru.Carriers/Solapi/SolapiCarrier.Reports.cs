using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Http;
using Naru.Engine.Ports;

namespace Naru.Carriers.Solapi;

/// <summary>Results, pushed and polled.</summary>
public sealed partial class SolapiCarrier
{
    private const string Cursor = "polled-until";

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

                await Task.Delay(PollInterval, _clock.System, cancellationToken);
            }
        }
        finally
        {
            _inbox.Close();
        }
    }

    private TimeSpan PollInterval =>
        _options.PollInterval ?? (_secrets.Find(nameof(_options.WebhookSecret)) is null ? SolapiOptions.PollAlone : SolapiOptions.PollBehindWebhook);

    /// <summary>
    /// All that changed since the last poll. The cursor is Solapi's own time and moves when the reports are durable; the overlap covers changes that
    /// show late, and <see cref="RecentReports"/> keeps it cheap.
    /// </summary>
    internal async ValueTask PollAsync(CancellationToken cancellationToken)
    {
        var now = _clock.System.GetUtcNow();
        if (_store.Fact(Cursor) is not { } text)
        {
            // The first start: what was sent before is none of ours.
            _store.SetFact(Cursor, Instant(now - s_skew));
            text = Instant(now - s_skew);
        }

        var cursor = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        var newest = cursor;
        await foreach (var page in _client.ListAsync("UPDATED", cursor - _options.PollOverlap, now + s_skew, null, cancellationToken))
        {
            if (page is null)
            {
                return;
            }

            await _inbox.TakeAsync([.. page.Select(Report).OfType<CarrierReport>()], cancellationToken);
            newest = page.Select(message => message.UpdatedAt ?? newest).Append(newest).Max();
        }

        if (newest > cursor)
        {
            _store.SetFact(Cursor, Instant(newest));
        }
    }

    /// <summary>200 once the reports are durable; Solapi repeats up to five times what is answered otherwise.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (_secrets.Find(nameof(_options.WebhookSecret)) is not { } secret || !IsSame(secret, context.Request.Headers["X-Solapi-Secret"].ToString()))
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
        if (body is null || DealerJson.Parse(body.Value) is not { } told)
        {
            context.Response.StatusCode = body is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return;
        }

        // Group reports say nothing of single messages.
        if (told.ValueKind == JsonValueKind.Array)
        {
            var messages = told.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object).Select(SolapiJson.Message);
            await _inbox.TakeAsync([.. messages.Select(Report).OfType<CarrierReport>()], context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private CarrierReport? Report(SolapiMessage message) => SolapiCodes.IsFinal(message.StatusCode) && _tag.Read(message.Reference) is { } attempt
        ? new CarrierReport(attempt, SolapiCodes.Table.Of(message.StatusCode), At(message))
        : null;

    /// <summary>The sample compares literally; hashed first, so that not even the length can be measured.</summary>
    private static bool IsSame(string secret, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    private static string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    [LoggerMessage(5212, LogLevel.Error, "Carrier {Carrier}: results could not be polled; tried again")]
    private static partial void PollFailed(ILogger logger, string carrier, Exception failure);

    [LoggerMessage(5213, LogLevel.Warning, "Carrier {Carrier}: a webhook with the wrong secret was refused")]
    private static partial void WebhookRefused(ILogger logger, string carrier);
}

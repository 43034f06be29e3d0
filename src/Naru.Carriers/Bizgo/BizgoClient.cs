using System.Globalization;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Http;
using Naru.Engine.Ports;

namespace Naru.Carriers.Bizgo;

/// <summary>Bizgo's operations, authorised and within its two limits.</summary>
internal sealed class BizgoClient(BizgoOptions options, DealerSecrets secrets, TimeProvider time, ILogger log) : IDisposable
{
    private const string Root = "/api/comm/v1";
    private const int HistoryPage = 1000;

    /// <summary>A longer history is not read to its end at once.</summary>
    private const int MaxPages = 100;

    private static readonly TimeSpan s_korea = TimeSpan.FromHours(9);

    private readonly DealerConnection _connection = new(options.Name, options.Connection, time, log);
    private readonly RequestPace _sends = new(options.MessagesPerSecond, time);
    private readonly RequestPace _others = new(options.RequestsPerSecond, time);

    public DealerHealth Health => new(_connection.IsBroken, _connection.PausedUntil);

    /// <param name="recipients">What Bizgo counts.</param>
    /// <param name="body">Called when the request's turn has come; null when it is not to leave any more.</param>
    public async ValueTask<DealerReply> SendAsync(int recipients, Func<ReadOnlyMemory<byte>?> body, CancellationToken cancellationToken)
    {
        await _sends.WaitAsync(recipients, cancellationToken);
        if (!secrets.AreThere)
        {
            return DealerSecrets.Missing;
        }

        return body() is { } json ? await _connection.PostAsync(Root + "/send/omni", json, Authorize, cancellationToken) : DealerReply.NotSent("its time was over", isOutage: false);
    }

    public ValueTask<BizgoAnswer> FetchReportsAsync(CancellationToken cancellationToken) => GetAsync("/report/polling", cancellationToken);

    public async ValueTask<bool> AcknowledgeAsync(string reportId, CancellationToken cancellationToken)
    {
        await _others.WaitAsync(1, cancellationToken);
        return BizgoAnswer.Read(await _connection.DeleteAsync($"{Root}/report/polling/{Uri.EscapeDataString(reportId)}", Authorize, cancellationToken)).IsOk;
    }

    public ValueTask<BizgoAnswer> InquireAsync(string messageKey, CancellationToken cancellationToken) =>
        GetAsync($"/report/inquiry/{Uri.EscapeDataString(messageKey)}", cancellationToken);

    /// <summary>What was asked for since an instant, by whomever. Null where it could not be read to its end.</summary>
    public async ValueTask<IReadOnlyList<BizgoReport>?> HistoryAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var all = new List<BizgoReport>();
        long? last = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var from = Uri.EscapeDataString(since.ToOffset(s_korea).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            var answer = await GetAsync($"/message/history?requestTime={from}&limit={HistoryPage}{(last is { } seq ? $"&lastSeq={seq}" : "")}", cancellationToken);
            if (!answer.IsOk)
            {
                return null;
            }

            all.AddRange(BizgoJson.List(answer.Result, "messages").Select(BizgoJson.Report));
            if (!BizgoJson.IsTrue(answer.Result, "hasNext"))
            {
                return all;
            }

            last = answer.Result.TryGetProperty("lastSeq", out var next) && next.TryGetInt64(out var number) ? number : last;
        }

        return null;
    }

    /// <summary>For the import. Throws <see cref="DealerFailedException"/>.</summary>
    public async ValueTask<BizgoAnswer> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(path, cancellationToken);
        return answer.IsOk ? answer : throw new DealerFailedException($"Bizgo answered {path.Split('?')[0]} with {answer.Gateway ?? "nothing"}, {answer.Service ?? "nothing"}.");
    }

    public void Dispose() => _connection.Dispose();

    private async ValueTask<BizgoAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        await _others.WaitAsync(1, cancellationToken);
        return BizgoAnswer.Read(!secrets.AreThere ? DealerSecrets.Missing : await _connection.GetAsync(Root + path, Authorize, cancellationToken));
    }

    private void Authorize(System.Net.Http.Headers.HttpRequestHeaders headers) =>
        headers.TryAddWithoutValidation("Authorization", secrets.Find(nameof(options.ApiKey)));
}

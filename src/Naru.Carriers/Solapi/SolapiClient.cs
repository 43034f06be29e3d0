using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Http;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Carriers.Solapi;

/// <summary>Solapi's operations, signed and paced.</summary>
internal sealed class SolapiClient(SolapiOptions options, DealerSecrets secrets, TimeProvider time, IRandomSource random, ILogger log) : IDisposable
{
    /// <summary>Rows of a page: the most that the list gives.</summary>
    public const int Page = 500;

    /// <summary>A window with more than this many pages is not read to its end at once.</summary>
    private const int MaxPages = 400;

    private readonly DealerConnection _connection = new(options.Name, options.Connection, time, log);
    private readonly RequestPace _pace = new(options.RequestsPerSecond, time);

    public DealerHealth Health => new(_connection.IsBroken, _connection.PausedUntil);

    /// <summary>Called when the request's turn has come; null when nothing of it is to leave any more.</summary>
    public async ValueTask<DealerReply> SendAsync(Func<ReadOnlyMemory<byte>?> body, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(1, cancellationToken);
        if (!secrets.AreThere)
        {
            return DealerSecrets.Missing;
        }

        return body() is { } json ? await _connection.PostAsync("/messages/v4/send-many/detail", json, Authorize, cancellationToken) : DealerReply.NotSent("its time was over", isOutage: false);
    }

    /// <summary>The messages of a window, oldest page first. Ends with null where a page could not be read, so that nothing is concluded from it.</summary>
    /// <param name="by"><c>CREATED</c> or <c>UPDATED</c>.</param>
    public async IAsyncEnumerable<IReadOnlyList<SolapiMessage>?> ListAsync(
        string by, DateTimeOffset from, DateTimeOffset until, string? to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? key = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var query = $"?limit={Page}&dateType={by}&startDate={Instant(from)}&endDate={Instant(until)}"
                + (to is null ? "" : $"&to={to}") + (key is null ? "" : $"&startKey={Uri.EscapeDataString(key)}");
            if (await GetAsync("/messages/v4/list" + query, cancellationToken) is not { } answer)
            {
                yield return null;
                yield break;
            }

            yield return [.. SolapiJson.Messages(answer, "messageList")];
            key = DealerJson.Text(answer, "nextKey");
            if (key is null)
            {
                yield break;
            }
        }

        yield return null;
    }

    /// <summary>All pages of a list of the account's channels or templates. Throws <see cref="DealerFailedException"/>.</summary>
    public async ValueTask<IReadOnlyList<JsonElement>> AllAsync(string path, string list, CancellationToken cancellationToken)
    {
        var all = new List<JsonElement>();
        for (string? key = null; ;)
        {
            var answer = await GetAsync(path + $"?limit=100{(key is null ? "" : $"&startKey={Uri.EscapeDataString(key)}")}", cancellationToken)
                ?? throw new DealerFailedException($"Solapi did not answer {path} with its list.");
            if (answer.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array)
            {
                all.AddRange(items.EnumerateArray());
            }

            key = DealerJson.Text(answer, "nextKey");
            if (key is null)
            {
                return all;
            }
        }
    }

    public void Dispose() => _connection.Dispose();

    private async ValueTask<JsonElement?> GetAsync(string path, CancellationToken cancellationToken)
    {
        if (!secrets.AreThere)
        {
            return null;
        }

        await _pace.WaitAsync(1, cancellationToken);
        var reply = await _connection.GetAsync(path, Authorize, cancellationToken);
        return reply.IsSuccess && DealerJson.Parse(reply.Body) is { ValueKind: JsonValueKind.Object } answer ? answer : null;
    }

    private void Authorize(System.Net.Http.Headers.HttpRequestHeaders headers) =>
        headers.Authorization = SolapiSignature.Header(secrets.Find(nameof(options.ApiKey))!, secrets.Find(nameof(options.ApiSecret))!, time, random);

    private static string Instant(DateTimeOffset at) => Uri.EscapeDataString(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Naru.Fakes.Dealers;

namespace Naru.Fakes.Bizgo;

/// <summary>
/// Bizgo's communication API, strict, on loopback: the raw key, 200 recipients and 5 other requests in any second, idempotency keys, reports polled and acknowledged or
/// pushed. What it accepted is in <see cref="Journal"/>, a line "accepted" for each recipient.
/// </summary>
public sealed class FakeBizgo : IAsyncDisposable
{
    private const int ReportsPerPoll = 100;

    private readonly Lock _lock = new();
    private readonly List<StoredMessage> _messages = [];
    private readonly Dictionary<string, StoredMessage> _byKey = new(StringComparer.Ordinal);
    private readonly Queue<StoredMessage> _unread = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _keys = new(StringComparer.Ordinal);
    private readonly RollingLimit _sends;
    private readonly RollingLimit _others;
    private readonly SendShape _shape;
    private readonly WebhookSender _webhooks;
    private readonly CancellationTokenSource _ending = new();
    private readonly Channel<(DateTimeOffset Due, StoredMessage[] Messages, string? Code)> _later = Channel.CreateUnbounded<(DateTimeOffset, StoredMessage[], string?)>();
    private (string Id, StoredMessage[] Reports)? _offered;
    private WebApplication? _app;
    private int _disposed;
    private Task _reporting = Task.CompletedTask;
    private long _lastRequest;

    private FakeBizgo(FakeBizgoOptions options)
    {
        Options = options;
        Journal = new Journal(options.JournalFile) { IsOff = options.Fast };
        _sends = new RollingLimit(options.MessagesPerSecond);
        _others = new RollingLimit(options.RequestsPerSecond);
        _shape = new SendShape(options);
        _webhooks = new WebhookSender(Faults, Journal, tries: 4, TimeSpan.FromMilliseconds(200));
    }

    public FakeBizgoOptions Options { get; }

    public Journal Journal { get; }

    public Faults Faults { get; } = new();

    public Uri Address { get; private set; } = null!;

    public static async Task<FakeBizgo> StartAsync(FakeBizgoOptions options)
    {
        var fake = new FakeBizgo(options);
        (fake._app, fake.Address) = await FakeHost.StartAsync(options.Port, fake.Journal, fake.Faults, fake.Map);
        fake._reporting = Task.Run(fake.ReportAsync);
        return fake;
    }

    public Task WaitAsync(CancellationToken cancellationToken) => _app!.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _ending.CancelAsync();
        await _reporting.ContinueWith(static _ => { }, TaskScheduler.Default);
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _webhooks.Dispose();
        Journal.Dispose();
        _ending.Dispose();
    }

    private void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/fake", StringComparison.Ordinal))
            {
                await next(context);
            }
            else if (context.Request.Headers.Authorization.ToString() != Options.ApiKey)
            {
                Journal.Add("refused", null, "A401");
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                await context.Response.WriteAsJsonAsync(new { common = new { authCode = "A401", authResult = "Unauthorized", infobankTrId = "fake" } }, context.RequestAborted);
            }
            else if (!context.Request.Path.StartsWithSegments("/api/comm/v1/send", StringComparison.Ordinal) && !_others.TryTake(1))
            {
                await TooManyAsync(context);
            }
            else
            {
                await next(context);
            }
        });
        var api = app.MapGroup("/api/comm/v1");
        api.MapPost("/send/omni", SendAsync);
        api.MapGet("/report/polling", PollAsync);
        api.MapDelete("/report/polling/{id}", AcknowledgeAsync);
        api.MapGet("/report/inquiry/{key}", (HttpContext context, string key) => OkAsync(context, new { report = Find(key) is { ReportCode: not null } found ? new[] { found.Report() } : [] }));
        api.MapGet("/message/inquiry/msgKey/{key}", (HttpContext context, string key) => OkAsync(context, new { messages = Find(key) is { } found ? new[] { found.Status() } : [] }));
        api.MapGet("/message/history", HistoryAsync);
        api.MapGet("/account/kakao/sender/profiles", ProfilesAsync);
        api.MapGet("/center/alimtalk/template/list", TemplatesAsync);
    }

    private async Task SendAsync(HttpContext context)
    {
        var fault = Faults.TakeSend();
        if (FakeHost.Break(context, fault, Journal))
        {
            return;
        }

        JsonElement body;
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            body = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            await ServiceAsync(context, "A302", null);
            return;
        }

        if (_shape.Fault(body) is var (code, why))
        {
            Journal.Add("refused", null, $"{code} {why}");
            await ServiceAsync(context, code, null);
            return;
        }

        var destinations = body.GetProperty("destinations").EnumerateArray().ToArray();
        if (!_sends.TryTake(destinations.Length))
        {
            await TooManyAsync(context);
            return;
        }

        var now = TimeProvider.System.GetUtcNow();
        var key = Strict.Read(body, "idempotencyKey");
        var answers = IsRepeated(key, body, now) ? Repeated(destinations, key!) : Accept(destinations, body, now);
        if (!await FakeHost.BreakAfterAsync(context, fault, Journal))
        {
            await OkAsync(context, new { destinations = answers });
        }
    }

    private bool IsRepeated(string? key, JsonElement body, DateTimeOffset now)
    {
        if (key is null)
        {
            return false;
        }

        var until = now.AddSeconds(body.GetProperty("idempotencyTtl").GetInt32());
        while (!_keys.TryAdd(key, until))
        {
            if (_keys.TryGetValue(key, out var known) && known > now)
            {
                return true;
            }

            _keys.TryRemove(key, out _);
        }

        return false;
    }

    private object[] Repeated(JsonElement[] destinations, string key)
    {
        Journal.Add("repeated", key);
        return [.. destinations.Select(static object (one) => new { to = Strict.Read(one, "to"), msgKey = "", code = "A301", result = "Duplicated" })];
    }

    private object[] Accept(JsonElement[] destinations, JsonElement body, DateTimeOffset now)
    {
        var flow = body.GetProperty("messageFlow").EnumerateArray().ToArray();
        var kind = flow[0].EnumerateObject().First();
        var (service, type) = kind.Name switch { "alimtalk" => ("ALIMTALK", "AT"), "sms" => ("SMS", "SM"), _ => ("MMS", "LM") };
        var request = $"{now:yyyyMMddHHmmssfff}FAKE{Interlocked.Increment(ref _lastRequest):D10}";
        var accepted = new List<StoredMessage>();
        var answers = new List<object>();
        foreach (var (destination, place) in destinations.Select(static (one, i) => (one, i)))
        {
            var to = Strict.Read(destination, "to")!;
            if (!to.StartsWith("01", StringComparison.Ordinal) || to.Length is < 10 or > 11)
            {
                Journal.Add("failed", Strict.Read(destination, "ref"), "A306");
                answers.Add(new { to, msgKey = "", code = "A306", result = "Invalid to" });
                continue;
            }

            StoredMessage message;
            lock (_lock)
            {
                message = new StoredMessage(
                    _messages.Count + 1, $"{request}{place:D3}", to, service, type, Strict.Read(destination, "ref") ?? Strict.Read(body, "ref"), Strict.Read(body, "groupKey"), now);
                _messages.Add(message);
                _byKey[message.MessageKey] = message;
            }

            Journal.Add("accepted", message.Reference, flow.Length > 1 ? $"{service} with the dealer's own failover" : service);
            accepted.Add(message);
            answers.Add(new { to, msgKey = message.MessageKey, code = "A000", result = "Success" });
        }

        if (Options.ReportAfter is { } after && accepted.Count > 0)
        {
            _later.Writer.TryWrite((now + after, [.. accepted], kind.Name == "alimtalk" ? _shape.KakaoFault(kind.Value) : null));
        }

        return [.. answers];
    }

    private Task PollAsync(HttpContext context)
    {
        (string Id, StoredMessage[] Reports)? offered = null;
        lock (_lock)
        {
            if (_offered is null && _unread.Count > 0)
            {
                var page = new List<StoredMessage>();
                while (page.Count < ReportsPerPoll && _unread.TryDequeue(out var next))
                {
                    page.Add(next);
                }

                _offered = (RandomNumberGenerator.GetHexString(16), [.. page]);
            }

            offered = _offered;
        }

        return offered is { } found
            ? OkAsync(context, new { reportId = found.Id, report = found.Reports.Select(static message => message.Report()) })
            : OkAsync(context, new { reportId = "", report = (object?)null });
    }

    private Task AcknowledgeAsync(HttpContext context, string id)
    {
        lock (_lock)
        {
            if (_offered?.Id != id)
            {
                return ServiceAsync(context, "A302", null);
            }

            foreach (var message in _offered.Value.Reports)
            {
                Journal.Add("acknowledged", message.Reference);
            }

            _offered = null;
        }

        return ServiceAsync(context, "A000", null);
    }

    private Task HistoryAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!DateTime.TryParseExact(query["requestTime"], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || (query.TryGetValue("limit", out var asked) && (!int.TryParse(asked, out var most) || most is < 1 or > 1000)))
        {
            return ServiceAsync(context, "A302", null);
        }

        var from = new DateTimeOffset(local, TimeSpan.FromHours(9));
        var limit = int.TryParse(query["limit"], out var wanted) ? wanted : 100;
        var last = long.TryParse(query["lastSeq"], out var seq) ? seq : 0;
        lock (_lock)
        {
            var group = query["groupKey"].ToString();
            var found = _messages.Where(message => message.Sequence > last && message.RequestedAt >= from && (group.Length == 0 || message.GroupKey == group)).Take(limit + 1).ToArray();
            var page = found.Take(limit).ToArray();
            return OkAsync(context, new { messages = page.Select(static message => message.Status()).ToArray(), lastSeq = page.LastOrDefault()?.Sequence ?? last, hasNext = found.Length > limit });
        }
    }

    private Task ProfilesAsync(HttpContext context) => context.Response.WriteAsJsonAsync(
        new
        {
            common = Common,
            data = new
            {
                code = "A000", result = "SUCCESS", resultMsg = "요청 성공", page = 1, totalPage = 1, totalCount = Options.Senders.Count, hasNext = false,
                channels = Options.Senders.Select(static sender => new
                {
                    senderKey = sender.Key, senderKeyType = "S", channelName = sender.Value.TrimStart('@'), channelId = sender.Value, categoryCode = "00100010001", status = "A",
                    profileStatus = "A", dormant = false, block = false,
                }),
            },
        },
        context.RequestAborted);

    private Task TemplatesAsync(HttpContext context)
    {
        var sender = context.Request.Query["senderKey"].ToString();
        var offset = int.TryParse(context.Request.Query["offset"], out var from) ? from : 0;
        var limit = int.TryParse(context.Request.Query["limit"], out var most) ? most : 100;
        return OkAsync(context, new
        {
            alimtalk = new
            {
                templates = Options.Templates.Where(template => template.Value.Sender == sender).Skip(offset).Take(limit).Select(static template => new
                {
                    senderKey = template.Value.Sender, templateName = template.Key, templateCode = template.Key, templateMessageType = "BA", templateEmphasizeType = "NONE",
                    text = template.Value.Text, categoryCode = "001001", inspectionStatus = "APR", status = "A", block = "false", dormant = "false",
                }),
            },
        });
    }

    /// <summary>Gives results in the order in which messages came.</summary>
    private async Task ReportAsync()
    {
        await foreach (var (due, messages, code) in _later.Reader.ReadAllAsync(_ending.Token))
        {
            var wait = due - TimeProvider.System.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, _ending.Token);
            }

            foreach (var message in messages)
            {
                lock (_lock)
                {
                    message.ReportCode = code ?? Options.ResultOf?.Invoke(message.To) ?? "10000";
                    message.ReportedAt = TimeProvider.System.GetUtcNow();
                    if (Options.Webhook is null)
                    {
                        _unread.Enqueue(message);
                    }
                }

                Journal.Add("reported", message.Reference, message.ReportCode);
                if (Options.Webhook is { } url)
                {
                    _ = PushAsync(url, message);
                }
            }
        }
    }

    private Task PushAsync(Uri url, StoredMessage message) => _webhooks.PushAsync(
        url, JsonSerializer.Serialize(message.Report()), message.Reference,
        headers =>
        {
            var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            headers.Add("X-IB-Timestamp", timestamp);
            headers.Add("X-IB-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Options.WebhookSecret), Encoding.UTF8.GetBytes(timestamp))));
        },
        async response => response.IsSuccessStatusCode && (await response.Content.ReadAsStringAsync(_ending.Token)).Contains($"\"{message.MessageKey}\"", StringComparison.Ordinal),
        _ending.Token);

    private StoredMessage? Find(string key)
    {
        lock (_lock)
        {
            return _byKey.GetValueOrDefault(key);
        }
    }

    private static object Common => new { authCode = "A000", authResult = "Success", infobankTrId = "fake" };

    private static Task OkAsync(HttpContext context, object data) => ServiceAsync(context, "A000", data);

    private static Task ServiceAsync(HttpContext context, string code, object? data) => context.Response.WriteAsJsonAsync(
        data is null ? (object)new { common = Common, data = new { code, result = code == "A000" ? "Success" : "Fail" } } : new { common = Common, data = new { code, result = "Success", data } },
        context.RequestAborted);

    private Task TooManyAsync(HttpContext context)
    {
        Journal.Add("refused", null, "A020");
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return ServiceAsync(context, "A020", null);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Naru.Fakes.Dealers;

namespace Naru.Fakes.Solapi;

/// <summary>
/// Solapi's message API (contracts: v4), strict, on loopback: signatures, shapes, registration, results in the list and by webhook. What it accepted is in
/// <see cref="Journal"/>, a line "accepted" for each message.
/// </summary>
public sealed class FakeSolapi : IAsyncDisposable
{
    private const int LargestBatch = 10_000;

    private static readonly Dictionary<string, JsonValueKind[]> s_many = new(StringComparer.Ordinal)
    {
        ["messages"] = Strict.List, ["allowDuplicates"] = Strict.Flag, ["agent"] = Strict.Object, ["scheduledDate"] = Strict.Text, ["showMessageList"] = Strict.Flag, ["appId"] = Strict.Text,
    };

    private static readonly Dictionary<string, JsonValueKind[]> s_one = new(StringComparer.Ordinal)
    {
        ["message"] = Strict.Object, ["agent"] = Strict.Object, ["allowDuplicates"] = Strict.Flag, ["appId"] = Strict.Text,
    };

    private readonly SignatureCheck _signatures;
    private readonly Registration _registration;
    private readonly Book _book = new();
    private readonly WebhookSender _webhooks;
    private readonly CancellationTokenSource _ending = new();
    private readonly Channel<(DateTimeOffset Due, StoredMessage[] Messages)> _later = Channel.CreateUnbounded<(DateTimeOffset, StoredMessage[])>();
    private WebApplication? _app;
    private int _disposed;
    private Task _reporting = Task.CompletedTask;
    private long _lastId;

    private FakeSolapi(FakeSolapiOptions options)
    {
        Options = options;
        Journal = new Journal(options.JournalFile) { IsOff = options.Fast };
        _signatures = new SignatureCheck(options.ApiKey, options.ApiSecret);
        _registration = new Registration(options);
        _webhooks = new WebhookSender(Faults, Journal, tries: 6, TimeSpan.FromMilliseconds(200));
    }

    public FakeSolapiOptions Options { get; }

    public Journal Journal { get; }

    public Faults Faults { get; } = new();

    public Uri Address { get; private set; } = null!;

    public static async Task<FakeSolapi> StartAsync(FakeSolapiOptions options)
    {
        var fake = new FakeSolapi(options);
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
            if (!context.Request.Path.StartsWithSegments("/fake", StringComparison.Ordinal) && _signatures.Fault(context.Request.Headers.Authorization.ToString()) is { } fault)
            {
                Journal.Add("refused", null, fault);
                await RefuseAsync(context, StatusCodes.Status403Forbidden, fault);
                return;
            }

            await next(context);
        });
        app.MapPost("/messages/v4/send-many/detail", context => SendAsync(context, detail: true));
        app.MapPost("/messages/v4/send-many", context => SendAsync(context, detail: false));
        app.MapPost("/messages/v4/send", SendOneAsync);
        app.MapGet("/messages/v4/list", ListAsync);
        app.MapGet("/kakao/v2/channels", context => AnswerAsync(context, new { limit = 20, startKey = (string?)null, nextKey = (string?)null, channelList = Options.Channels.Select(ChannelShown) }));
        app.MapGet("/kakao/v2/templates", context => AnswerAsync(context, new { limit = 20, startKey = (string?)null, nextKey = (string?)null, templateList = Options.Templates.Select(TemplateShown) }));
    }

    private async Task SendAsync(HttpContext context, bool detail)
    {
        var fault = Faults.TakeSend();
        if (FakeHost.Break(context, fault, Journal) || await BodyAsync(context, s_many, "messages") is not { } body)
        {
            return;
        }

        var messages = body.GetProperty("messages").EnumerateArray().ToArray();
        var wrong = messages.Length is 0 or > LargestBatch
            ? $"messages must be 1 to {LargestBatch}"
            : messages.Select((message, i) => Registration.Shape(message, $"messages[{i}]")).FirstOrDefault(f => f is not null);
        if (wrong is not null)
        {
            Journal.Add("refused", null, wrong);
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "ValidationError", wrong);
            return;
        }

        var group = NewId("G4V");
        var (taken, failed) = Register(messages, group, body.TryGetProperty("allowDuplicates", out var allow) && allow.ValueKind == JsonValueKind.True);
        if (await FakeHost.BreakAfterAsync(context, fault, Journal))
        {
            return;
        }

        var info = GroupInfo(group, taken.Length, failed.Count);
        var showList = body.TryGetProperty("showMessageList", out var show) && show.ValueKind == JsonValueKind.True;
        await AnswerAsync(context, !detail ? info : new { failedMessageList = failed, groupInfo = info, messageList = showList ? taken.Select(Accepted) : null });
    }

    private async Task SendOneAsync(HttpContext context)
    {
        var fault = Faults.TakeSend();
        if (FakeHost.Break(context, fault, Journal) || await BodyAsync(context, s_one, "message") is not { } body)
        {
            return;
        }

        var message = body.GetProperty("message");
        if (Registration.Shape(message, "message") is { } wrong)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "ValidationError", wrong);
            return;
        }

        var (taken, failed) = Register([message], NewId("G4V"), allowDuplicates: false);
        if (!await FakeHost.BreakAfterAsync(context, fault, Journal))
        {
            await (taken.Length == 1 ? AnswerAsync(context, Accepted(taken[0])) : RefuseAsync(context, StatusCodes.Status400BadRequest, (string)failed[0]["statusCode"]!));
        }
    }

    private (StoredMessage[] Taken, List<Dictionary<string, object?>> Failed) Register(JsonElement[] messages, string group, bool allowDuplicates)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var taken = new List<StoredMessage>(messages.Length);
        var failed = new List<Dictionary<string, object?>>();
        var now = TimeProvider.System.GetUtcNow();
        foreach (var message in messages)
        {
            var to = Strict.Read(message, "to")!;
            var stored = new StoredMessage
            {
                MessageId = NewId("M4V"),
                GroupId = group,
                To = to,
                From = Strict.Read(message, "from") ?? "",
                Type = Strict.Read(message, "type") ?? "SMS",
                Text = Strict.Read(message, "text") ?? "",
                CustomFields = message.TryGetProperty("customFields", out var custom) && custom.ValueKind == JsonValueKind.Object
                    ? custom.EnumerateObject().Where(static f => f.Value.ValueKind == JsonValueKind.String).ToDictionary(static f => f.Name, static f => f.Value.GetString()!, StringComparer.Ordinal)
                    : [],
                DateCreated = now,
            };
            var status = !numbers.Add(to) && !allowDuplicates ? "1026" : _registration.Content(message);
            if (status is null)
            {
                taken.Add(stored);
                var failsOver = stored.Type == "ATA" && !(message.GetProperty("kakaoOptions").TryGetProperty("disableSms", out var off) && off.ValueKind == JsonValueKind.True);
                Journal.Add("accepted", stored.Reference, failsOver ? $"{stored.Type} with the dealer's own failover" : stored.Type);
            }
            else
            {
                Journal.Add("failed", stored.Reference, status);
                failed.Add(Failed(stored, status));
            }
        }

        _book.Add(taken);
        if (Options.ReportAfter is { } after && taken.Count > 0)
        {
            _later.Writer.TryWrite((now + after, [.. taken]));
        }

        return ([.. taken], failed);
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        string[] known = ["limit", "startKey", "messageId", "groupId", "to", "from", "type", "statusCode", "dateType", "startDate", "endDate", "messageIds"];
        if (query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "ValidationError", $"{unknown} is not known");
            return;
        }

        var limit = int.TryParse(query["limit"], out var asked) ? asked : 20;
        if (limit is < 1 or > 500)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "ValidationError", "limit must be 1 to 500");
            return;
        }

        var (page, next) = _book.List(
            query["dateType"] == "UPDATED", Date(query["startDate"], DateTimeOffset.MinValue), Date(query["endDate"], DateTimeOffset.MaxValue),
            message => Is(query["to"], message.To) && Is(query["messageId"], message.MessageId) && Is(query["groupId"], message.GroupId) && Is(query["statusCode"], message.StatusCode),
            int.TryParse(query["startKey"], out var start) ? start : 0, limit);
        await AnswerAsync(context, new
        {
            startKey = (string?)query["startKey"],
            nextKey = next?.ToString(CultureInfo.InvariantCulture),
            limit,
            messageList = page.ToDictionary(static message => message.MessageId, static message => message.Shown()),
        });

        static bool Is(string? wanted, string value) => string.IsNullOrEmpty(wanted) || wanted == value;
        static DateTimeOffset Date(string? text, DateTimeOffset otherwise) =>
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : otherwise;
    }

    /// <summary>Gives results in the order in which messages came, and pushes them.</summary>
    private async Task ReportAsync()
    {
        await foreach (var (due, messages) in _later.Reader.ReadAllAsync(_ending.Token))
        {
            var wait = due - TimeProvider.System.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, _ending.Token);
            }

            _book.Finish(messages.Select(message => (message, Options.ResultOf?.Invoke(message.To) ?? "4000")));
            foreach (var message in messages)
            {
                Journal.Add("reported", message.Reference, message.StatusCode);
            }

            if (Options.Webhook is { } url)
            {
                foreach (var part in Options.Fast ? messages.Chunk(500) : messages.Chunk(1))
                {
                    _ = PushAsync(url, part);
                }
            }
        }
    }

    private Task PushAsync(Uri url, StoredMessage[] messages) => _webhooks.PushAsync(
        url, JsonSerializer.Serialize(messages.Select(static message => message.Reported())), messages[0].Reference,
        headers =>
        {
            headers.Add("X-Solapi-Event-Name", "SINGLE-REPORT");
            headers.Add("X-Solapi-Secret", Options.WebhookSecret);
        },
        static response => Task.FromResult((int)response.StatusCode == 200), _ending.Token);

    private async Task<JsonElement?> BodyAsync(HttpContext context, IReadOnlyDictionary<string, JsonValueKind[]> members, string required)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (Strict.Check(document.RootElement, "body", members, required) is not { } fault)
            {
                return document.RootElement.Clone();
            }

            Journal.Add("refused", null, fault);
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "ValidationError", fault);
        }
        catch (JsonException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "ValidationError", "The body is not JSON.");
        }

        return null;
    }

    private static object GroupInfo(string group, int taken, int failed)
    {
        var now = StoredMessage.Instant(TimeProvider.System.GetUtcNow());
        var none = new Dictionary<string, int>(StringComparer.Ordinal);
        var money = new { requested = 0, replacement = 0, refund = 0, sum = 0 };
        string[] types = ["sms", "lms", "mms", "ata", "cta", "cti", "nsa", "rcs_sms", "rcs_lms", "rcs_mms", "rcs_tpl"];
        return new
        {
            count = new { total = taken + failed, sentTotal = 0, sentFailed = 0, sentSuccess = 0, sentPending = 0, sentReplacement = 0, refund = 0, registeredFailed = failed, registeredSuccess = taken },
            countForCharge = types.ToDictionary(static type => type, _ => none),
            balance = money,
            point = money,
            app = new { profit = types.ToDictionary(static type => type, static _ => 0), appId = (string?)null },
            log = Array.Empty<object>(),
            status = "SENDING",
            allowDuplicates = false,
            isRefunded = false,
            accountId = "FAKE-ACCOUNT",
            masterAccountId = (string?)null,
            apiVersion = "4",
            groupId = group,
            price = new { },
            dateCreated = now,
            dateUpdated = now,
        };
    }

    private static object Accepted(StoredMessage message) => new
    {
        groupId = message.GroupId, to = message.To, from = message.From, type = message.Type, statusMessage = "정상 접수(이통사로 접수 예정)", country = "82", messageId = message.MessageId,
        statusCode = "2000", accountId = "FAKE-ACCOUNT", customFields = message.CustomFields,
    };

    private static Dictionary<string, object?> Failed(StoredMessage message, string status) => new(StringComparer.Ordinal)
    {
        ["to"] = message.To, ["from"] = message.From, ["type"] = message.Type, ["statusMessage"] = "접수 중 오류", ["country"] = "82", ["messageId"] = message.MessageId,
        ["statusCode"] = status, ["accountId"] = "FAKE-ACCOUNT", ["customFields"] = message.CustomFields,
    };

    private static object ChannelShown(KeyValuePair<string, string> channel) => new
    {
        channelId = channel.Key, searchId = channel.Value, accountId = "FAKE-ACCOUNT", phoneNumber = "01000000000", sharedAccountIds = Array.Empty<string>(),
        dateCreated = "2026-01-02T03:04:05.000Z", dateUpdated = "2026-01-02T03:04:05.000Z",
    };

    private static object TemplateShown(KeyValuePair<string, FakeTemplate> template) => new
    {
        templateId = template.Key, name = template.Value.Name, channelId = template.Value.ChannelId, channelGroupId = (string?)null, content = template.Value.Content, isHidden = false,
        messageType = "BA", emphasizeType = "NONE", securityFlag = false, assignType = "CHANNEL", accountId = "FAKE-ACCOUNT", commentable = true, status = "APPROVED", code = (string?)null,
        buttons = Array.Empty<object>(), quickReplies = Array.Empty<object>(), dateCreated = "2026-01-02T03:04:05.000Z", dateUpdated = "2026-01-02T03:04:05.000Z",
    };

    /// <summary>As long as Solapi's: three letters, the date, and so on up to 32.</summary>
    private string NewId(string head) =>
        $"{head}{TimeProvider.System.GetUtcNow():yyyyMMddHHmmss}{Interlocked.Increment(ref _lastId):D9}{RandomNumberGenerator.GetHexString(6)}";

    private static Task AnswerAsync(HttpContext context, object answer) => context.Response.WriteAsJsonAsync(answer, context.RequestAborted);

    private static Task RefuseAsync(HttpContext context, int status, string code, string? message = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { errorCode = code, errorMessage = message ?? code }, context.RequestAborted);
    }
}

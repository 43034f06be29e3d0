using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Naru.Core.Kakao;
using Naru.Engine.Kakao.Scraping;

namespace Naru.Engine.Kakao.Sharing;

/// <summary>
/// Tells an app's server that a share reached a room (contracts/kakao-developers.md §8): once, within three seconds, no redirect, no second try. What became
/// of it is kept, because nobody else would know.
/// </summary>
public sealed class ShareCallbacks(KakaoDirectory directory, OutboundFetch fetch)
{
    /// <summary>How long an app's server has to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int MaxKept = 200;

    public async ValueTask TellAsync(
        DevelopersApp app, Person sender, PickedRoom room, long? templateId, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        if (app.Callback is not { } callback)
        {
            return;
        }

        var resource = directory.NewKey()[..24];
        var fields = new Dictionary<string, string>(arguments, StringComparer.Ordinal) { ["CHAT_TYPE"] = room.ChatType, ["HASH_CHAT_ID"] = HashOf(app, sender, room) };
        if (templateId is { } id)
        {
            fields["TEMPLATE_ID"] = id.ToString(CultureInfo.InvariantCulture);
        }

        var body = Body(fields);
        var got = await fetch.SendAsync(() => Request(app, callback, resource, fields, body), 1024, Patience, follows: false, cancellationToken);
        var record = new CallbackRecord(
            directory.NewKey(), app.Id, resource, callback.Url, callback.IsGet, body, directory.Now, got.Status, got.IsSuccess ? null : got.Fault ?? $"answered {got.Status}") { TimedOut = got.TimedOut };
        await directory.ChangeAsync(
            () =>
            {
                var change = new KakaoChange { Callbacks = { record } };
                change.RemovedCallbacks.AddRange(directory.CallbacksOf(app.Id).Skip(MaxKept - 1).Select(old => old.Id));
                return change;
            },
            cancellationToken);
    }

    private static HttpRequestMessage Request(DevelopersApp app, ShareCallback callback, string resource, Dictionary<string, string> fields, string body)
    {
        var url = callback.IsGet
            ? callback.Url + (callback.Url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', fields.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))
            : callback.Url;
        var request = new HttpRequestMessage(callback.IsGet ? HttpMethod.Get : HttpMethod.Post, url);
        if (!callback.IsGet)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        }

        request.Headers.TryAddWithoutValidation("Authorization", $"KakaoAK {app.Keys.Admin}");
        request.Headers.TryAddWithoutValidation("X-Kakao-Resource-ID", resource);
        request.Headers.TryAddWithoutValidation("User-Agent", "KakaoOpenAPI/1.0");
        return request;
    }

    /// <summary>The number of the template is a number; all else is text.</summary>
    private static string Body(Dictionary<string, string> fields)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                if (name == "TEMPLATE_ID")
                {
                    json.WriteNumber(name, long.Parse(value, CultureInfo.InvariantCulture));
                }
                else
                {
                    json.WriteString(name, value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The same room of the same app is the same; nothing else can be read out of it.</summary>
    private static string HashOf(DevelopersApp app, Person sender, PickedRoom room)
    {
        var members = room.Friend is { } friend ? string.Join('/', new[] { sender.Id, friend }.Order()) : room.ChatType == "MemoChat" ? $"{sender.Id}" : room.Name;
        return System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(app.Keys.Admin), Encoding.UTF8.GetBytes($"{room.ChatType}/{members}")));
    }
}

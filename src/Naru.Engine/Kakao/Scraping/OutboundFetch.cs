using System.Buffers;
using System.Net;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Kakao.Scraping;

/// <summary>
/// Fetches what apps name: pages, pictures, callbacks. Goes through the guard of webhooks (<see cref="GuardedConnections"/>), so no address in a private network
/// is reached that is not listed, at any redirect, whatever a name says the second time; and reads no more and waits no longer than it is told.
/// </summary>
public sealed class OutboundFetch(WebhookTargetPolicy policy, TimeProvider time, INameResolver names) : IDisposable
{
    private const int MaxRedirects = 5;

    private readonly HttpMessageInvoker _http = GuardedConnections.Open(policy, TimeSpan.FromSeconds(10), names);

    /// <param name="follows">Whether redirects are followed, at most five, over http and https alone. What does not follow goes out once.</param>
    public async Task<Fetched> SendAsync(Func<HttpRequestMessage> make, int maxBytes, TimeSpan timeout, bool follows, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            Uri? next = null;
            for (var redirects = 0; redirects <= MaxRedirects; redirects++)
            {
                using var request = make();
                request.RequestUri = next ?? request.RequestUri;
                if (!follows)
                {
                    // Without a body to begin, the handler would repeat by itself a request whose connection was closed before the answer.
                    request.Content ??= new ByteArrayContent([]);
                }

                if (request.RequestUri is not { IsAbsoluteUri: true } uri || uri.Scheme is not ("http" or "https"))
                {
                    return Fetched.Failed("the address is not one of the web");
                }

                if (policy.IsRefused(uri, out var reason))
                {
                    return Fetched.Failed(reason);
                }

                using var response = await _http.SendAsync(request, either.Token);
                if (follows && (int)response.StatusCode is >= 301 and <= 308 && response.Headers.Location is { } location)
                {
                    next = new Uri(uri, location);
                    continue;
                }

                var (bytes, whole) = await ReadAsync(response, maxBytes, either.Token);
                return new Fetched((int)response.StatusCode, uri, response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet, bytes, whole, null, false);
            }

            return Fetched.Failed($"more than {MaxRedirects} redirects");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fetched.Failed($"no answer within {timeout.TotalSeconds:0.#} s") with { TimedOut = true };
        }
        catch (HttpRequestException failure)
        {
            return Fetched.Failed(GuardedConnections.Explain(failure));
        }
        catch (IOException failure)
        {
            return Fetched.Failed(failure.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    internal static async Task<(byte[] Bytes, bool Whole)> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var into = new ArrayBufferWriter<byte>(16 * 1024);
        while (true)
        {
            var read = await stream.ReadAsync(into.GetMemory(16 * 1024), cancellationToken);
            if (read == 0)
            {
                return (into.WrittenSpan.ToArray(), true);
            }

            into.Advance(read);
            if (into.WrittenCount > maxBytes)
            {
                return (into.WrittenSpan[..maxBytes].ToArray(), false);
            }
        }
    }
}

/// <param name="Status">HTTP; 0: there was no answer.</param>
/// <param name="Uri">Where it was in the end.</param>
/// <param name="Whole">False: there was more, and it was not read.</param>
/// <param name="Fault">Why there was no answer.</param>
public sealed record Fetched(int Status, Uri? Uri, string? MediaType, string? Charset, byte[] Bytes, bool Whole, string? Fault, bool TimedOut)
{
    public bool IsSuccess => Status is >= 200 and <= 299;

    public static Fetched Failed(string fault) => new(0, null, null, null, [], true, fault, false);
}

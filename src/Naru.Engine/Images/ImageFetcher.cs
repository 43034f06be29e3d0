using System.Net;
using Naru.Core.Images;
using Naru.Engine.Ports;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Images;

/// <summary>
/// Fetches images from where clients say they lie. It speaks to no address that the policy refuses, the targets of redirects included
/// (<see cref="GuardedConnections"/>), reads no more than was asked for, and takes no longer than its time-out, redirects included. What is answered is
/// only ever what the bytes say of a picture, so that nobody reads a page through the gateway. Thread-safe.
/// </summary>
public sealed class ImageFetcher : IImageSource, IDisposable
{
    public const string NetworksSetting = "Naru:Images:AllowedNetworks";

    private const int MostRedirects = 3;

    /// <summary>At once, so that a flood of requests cannot hold the memory of many files.</summary>
    private const int MostAtOnce = 8;

    private const int FirstBuffer = 64 * 1024;

    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    public ImageFetcher(WebhookTargetPolicy policy, TimeProvider time, TimeSpan timeout)
    {
        (_time, _timeout) = (time, timeout);
        _http = GuardedConnections.Open(policy, timeout);
    }

    public async ValueTask<ImageReading?> ReadAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            await _turns.WaitAsync(either.Token);
            try
            {
                return await FollowAsync(address, maxBytes, either.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ImageReading.Of(ImageFault.Unreachable, $"no answer within {_timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException failure)
        {
            return ImageReading.Of(ImageFault.Unreachable, GuardedConnections.Explain(failure));
        }
        catch (IOException failure)
        {
            return ImageReading.Of(ImageFault.Unreachable, failure.Message);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _turns.Dispose();
    }

    private async Task<ImageReading> FollowAsync(Uri address, int maxBytes, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", "Naru");
            request.Headers.TryAddWithoutValidation("Accept", "image/png, image/jpeg");
            using var response = await _http.SendAsync(request, cancellationToken);
            if (TargetOf(response, address) is not { } next)
            {
                return await JudgeAsync(response, maxBytes, cancellationToken);
            }

            if (redirects == MostRedirects || !MayFollow(address, next))
            {
                return ImageReading.Of(ImageFault.Unreachable, redirects == MostRedirects ? "too many redirects" : "a redirect away from https");
            }

            address = next;
        }
    }

    private static Uri? TargetOf(HttpResponseMessage response, Uri from) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
            ? new Uri(from, location)
            : null;

    private static bool MayFollow(Uri from, Uri to) => to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp);

    private static async Task<ImageReading> JudgeAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return ImageReading.Of(ImageFault.NotFound);
        }

        if (!response.IsSuccessStatusCode)
        {
            return ImageReading.Of(ImageFault.Unreachable, $"HTTP {(int)response.StatusCode}");
        }

        if (response.Content.Headers.ContentLength > maxBytes)
        {
            return ImageReading.Of(ImageFault.TooLarge);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var file = new byte[Math.Min(FirstBuffer, maxBytes + 1)];
        var length = 0;
        while (await stream.ReadAsync(file.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length > maxBytes)
            {
                return ImageReading.Of(ImageFault.TooLarge);
            }

            if (length == file.Length)
            {
                Array.Resize(ref file, (int)Math.Min(file.Length * 2L, maxBytes + 1L));
            }
        }

        return ImageReading.Of(file.AsSpan(0, length));
    }
}

using System.Net.Http.Headers;
using System.Text;

namespace Naru.Fakes.Dealers;

/// <summary>Pushes to a client, repeated a few times where it is not answered as agreed; bent by <see cref="Faults"/>.</summary>
public sealed class WebhookSender(Faults faults, Journal journal, int tries, TimeSpan betweenTries) : IDisposable
{
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(2);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <param name="sign">Sets headers, for each try anew.</param>
    /// <param name="isTaken">Whether the client answered as agreed.</param>
    public async Task PushAsync(Uri url, string json, string? reference, Action<HttpRequestHeaders> sign, Func<HttpResponseMessage, Task<bool>> isTaken, CancellationToken cancellationToken)
    {
        var fault = faults.TakePush();
        if (fault == PushFault.Lost)
        {
            journal.Add("webhook-lost", reference);
            return;
        }

        if (fault == PushFault.Late)
        {
            await Task.Delay(s_late, TimeProvider.System, cancellationToken);
        }

        await TryAsync(url, json, reference, sign, isTaken, cancellationToken);
        if (fault == PushFault.Twice)
        {
            await TryAsync(url, json, reference, sign, isTaken, cancellationToken);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task TryAsync(Uri url, string json, string? reference, Action<HttpRequestHeaders> sign, Func<HttpResponseMessage, Task<bool>> isTaken, CancellationToken cancellationToken)
    {
        for (var i = 0; i < tries; i++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
                sign(request.Headers);
                using var response = await _client.SendAsync(request, cancellationToken);
                if (await isTaken(response))
                {
                    journal.Add("webhook-taken", reference);
                    return;
                }

                journal.Add("webhook-refused", reference, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                journal.Add("webhook-failed", reference, failure.GetType().Name);
            }

            await Task.Delay(betweenTries, TimeProvider.System, cancellationToken);
        }
    }
}

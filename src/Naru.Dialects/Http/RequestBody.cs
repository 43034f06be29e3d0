using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Http;

/// <summary>Reads request bodies, whole and bounded.</summary>
internal static class RequestBody
{
    /// <summary>The largest body of any send: 10 MiB. What is larger is answered with 413.</summary>
    public const int MaxSendBytes = 10 * 1024 * 1024;

    /// <summary>The largest body of small requests, such as a sign-in.</summary>
    public const int MaxSmallBytes = 64 * 1024;

    /// <summary>What is set aside at first, whatever length the caller announces: memory grows with what really arrives.</summary>
    private const int FirstBytes = 16 * 1024;

    /// <summary>The body, or null when it is longer than <paramref name="limit"/>. The caller disposes it.</summary>
    public static async ValueTask<PooledBytes?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        var body = new PooledBytes((int)Math.Min(request.ContentLength ?? FirstBytes, FirstBytes));
        try
        {
            var reader = request.BodyReader;
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                if (body.Length + read.Buffer.Length > limit)
                {
                    reader.AdvanceTo(read.Buffer.End);
                    body.Dispose();
                    return null;
                }

                body.Append(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return body;
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}

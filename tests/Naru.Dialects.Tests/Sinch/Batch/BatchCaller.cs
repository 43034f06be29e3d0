using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Naru.Dialects.Tests.Hosting;
using Naru.Dialects.Tests.Sinch.Messages;

namespace Naru.Dialects.Tests.Sinch.Batch;

/// <summary>A client of the Batch API: it has fetched a token.</summary>
internal sealed class BatchCaller(MessageHost host, string token)
{
    public static async Task<BatchCaller> SignInAsync(MessageHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth2/token")
        {
            Content = new StringContent("grant_type=client_credentials", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{MessageHost.KeyId}:{MessageHost.KeySecret}")));
        using var response = await host.Client.SendAsync(request);
        var answer = (await Answer.ReadAsync(response)).ShouldBe(HttpStatusCode.OK);
        return new BatchCaller(host, answer.Json.GetProperty("access_token").GetString()!);
    }

    /// <summary>A whole request; <paramref name="recipients"/> are the items of <c>recipient_and_params</c>.</summary>
    /// <param name="more">Members beside, each followed by a comma.</param>
    public string Order(string recipients, string message = Orders.Generic, string more = "") =>
        $$$"""{{{{more}}}"app_id":"{{{host.App.PublicId}}}","message":{{{message}}},"recipient_and_params":[{{{recipients}}}]}""";

    /// <param name="more">Members beside the recipient, each led by a comma.</param>
    public static string To(string phone, string more = "") =>
        $$$"""{"recipient":{"identified_by":{"channel_identities":[{"channel":"KAKAOTALK","identity":"{{{phone}}}"}]}}{{{more}}}}""";

    public async Task<string> AcceptedAsync(string body) =>
        (await PostAsync(body)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("batch_id").GetString()!;

    public Task<Answer> PostAsync(string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, "/messages", body, headers);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        // A host of the API's own finds it at the root.
        var onOwnHost = headers.Any(header => header.Name == "Host");
        using var request = new HttpRequestMessage(method, $"{(onOwnHost ? "" : "/batch")}/v1/projects/{host.Project.PublicId}{path}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (!headers.Any(header => header.Name == "Authorization"))
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var response = await host.Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }
}

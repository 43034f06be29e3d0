using System.Net;
using Naru.Console.Access;

namespace Naru.Console.Tests.Hosting;

/// <summary>A browser reduced to what the wire shows: cookies, forms, no following of redirects.</summary>
internal sealed class Visit : IDisposable
{
    private readonly HttpClient _http;

    public Visit(ConsoleHost host) => _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = new Uri(host.Url),
    };

    public static async Task<Visit> SignedInAsync(ConsoleHost host, string name = ConsoleHost.OperatorName)
    {
        var visit = new Visit(host);
        (await visit.SignInAsync(name, ConsoleHost.OperatorPassword)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return visit;
    }

    public async Task<HttpResponseMessage> SignInAsync(string name, string password, string? host = null) =>
        await PostAsync("/console/sign-in", await TokenAsync("/console/sign-in"), host, ("name", name), ("password", password));

    public Task<HttpResponseMessage> GetAsync(string path, string? host = null, string? language = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<string> ReadAsync(string path, string? language = null)
    {
        var answer = await GetAsync(path, language: language);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as the page itself would: with the token that stands in it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields) =>
        await PostAsync(action, await TokenAsync(page), null, fields);

    public Task<HttpResponseMessage> PostAsync(string path, string? token, string? host, params (string Name, string Value)[] fields)
    {
        var all = fields.Select(field => KeyValuePair.Create(field.Name, field.Value));
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(token is null ? all : all.Append(KeyValuePair.Create(Visitor.FormField, token))),
        };
        request.Headers.Host = host;
        return _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>An answer whose body is read as it comes.</summary>
    public Task<HttpResponseMessage> ListenAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenAsync(string page)
    {
        var html = await ReadAsync(page);
        var start = html.IndexOf($"name=\"{Visitor.FormField}\" value=\"", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, "no form on the page");
        start = html.IndexOf("value=\"", start, StringComparison.Ordinal) + 7;
        return html[start..html.IndexOf('"', start)];
    }
}

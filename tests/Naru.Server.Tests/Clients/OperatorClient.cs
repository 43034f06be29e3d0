using System.Net;
using System.Text.RegularExpressions;

namespace Naru.Server.Tests.Clients;

/// <summary>An operator at the console: signs in through its form and reads its pages.</summary>
internal sealed partial class OperatorClient : IDisposable
{
    private readonly HttpClient _http;

    private OperatorClient(HttpClient http) => _http = http;

    /// <summary>The demo's operator, who may see every workspace.</summary>
    public static Task<OperatorClient> SignInDemoAsync(Uri url) => SignInAsync(url, "demo", "demo-password");

    public static async Task<OperatorClient> SignInAsync(Uri url, string name, string password)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = url };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var page = await http.GetStringAsync("/console/sign-in");
        var token = FormToken().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("form-token", WebUtility.HtmlDecode(token)), new("name", name), new("password", password)]);
        using var answer = await http.PostAsync("/console/sign-in", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return new OperatorClient(http);
    }

    /// <summary>The codes on the timeline of a message, in their order.</summary>
    public async Task<IReadOnlyList<string>> TimelineCodesAsync(string workspace, string messageId)
    {
        var page = await ReadAsync($"/console/{workspace}/message?id={Uri.EscapeDataString(messageId)}");
        return [.. Code().Matches(Timeline().Match(page).Value).Select(match => match.Groups[1].Value)];
    }

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        return page;
    }

    /// <summary>Sends the form of a page to the page's own address.</summary>
    public async Task SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = WebUtility.HtmlDecode(FormToken().Match(await ReadAsync(path)).Groups[1].Value);
        using var form = new FormUrlEncodedContent([new("form-token", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await _http.PostAsync(path, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Enters where texts that come in go, on the page of numbers.</summary>
    public async Task SetInboundAsync(string workspace, Uri url, string keywords)
    {
        var page = await _http.GetStringAsync($"/console/{workspace}/numbers");
        using var form = new FormUrlEncodedContent([new("form-token", WebUtility.HtmlDecode(FormToken().Match(page).Groups[1].Value)), new("url", url.AbsoluteUri), new("keywords", keywords)]);
        using var answer = await _http.PostAsync($"/console/{workspace}/numbers/inbound", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"form-token\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("<ol class=\"timeline\".*?</ol>", RegexOptions.Singleline)]
    private static partial Regex Timeline();

    [GeneratedRegex("<code class=\"code\">([^<]+)</code>")]
    private static partial Regex Code();
}

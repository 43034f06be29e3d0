using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Sharing;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>
/// What apps name is fetched three ways: pages, pictures, callbacks. None of them reaches a machine that only the gateway can reach, whether it is named by its
/// address, by a name, by a redirect, or by a name that changes its mind.
/// </summary>
public sealed class OutboundGuardTests : IAsyncLifetime
{
    /// <summary>The one address of the tests' own site; everything else that is not public is refused.</summary>
    private const string Here = "127.0.0.1";

    private readonly string _folder = Directory.CreateTempSubdirectory("naru-test-").FullName;
    private readonly Names _names = new();
    private KakaoHost _kakao = null!;
    private OneServer _site = null!;
    private Func<HttpContext, Task> _answer = static _ => Task.CompletedTask;

    public enum Way
    {
        Page,
        Picture,
        Callback,
    }

    public static TheoryData<Way, string> Targets => Each(
    [
        "http://10.1.2.3/", "http://172.16.0.1/", "http://172.31.255.254:8080/", "http://192.168.0.1/", "http://100.64.0.1/", "http://127.0.0.2/", "http://127.2/", "http://2130706434/", "http://0x7f.2/",
        "http://0/", "http://0.0.0.0/", "http://169.254.169.254/latest/meta-data", "http://192.0.0.8/", "http://198.18.0.1/", "http://224.0.0.1/", "http://255.255.255.255/", "http://[::]/", "http://[::1]/",
        "http://[fe80::1]/", "http://[fec0::1]/", "http://[fc00::1]/", "http://[fd12:3456::1]/", "http://[ff02::1]/", "http://[::ffff:10.0.0.1]/", "http://[::ffff:a9fe:a9fe]/", "http://[::ffff:127.0.0.2]/",
        "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://[::10.0.0.1]/",
        "http://inside.test/", "http://inside.test./", "https://inside.test/", "http://inside6.test/", "http://mapped.test/", "http://metadata.test/",
    ]);

    public static TheoryData<Way, string> Redirects => Each(
    [
        "http://10.0.0.1/", "http://127.0.0.2/", "http://169.254.169.254/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://[fe80::1]/", "http://inside.test/", "//10.0.0.1/", "file:///etc/passwd", "ftp://10.0.0.1/", "gopher://10.0.0.1/",
    ]);

    public static TheoryData<Way> Ways => [Way.Page, Way.Picture, Way.Callback];

    public async ValueTask InitializeAsync()
    {
        _site = await OneServer.StartAsync(context => _answer(context));
        _kakao = await KakaoHost.StartAsync(
            app => app with { ChecksDomains = false },
            options: new KakaoOptions { ImageFolder = _folder, ScrapeTimeout = TimeSpan.FromSeconds(20) },
            policy: WebhookTargetPolicy.Allowing([Here]),
            names: _names);
        _names.Always("site.test", Here);
        _names.Always("inside.test", "10.0.0.9");
        _names.Always("inside6.test", "fd00::9", "::1");
        _names.Always("mapped.test", "::ffff:192.168.1.1");
        _names.Always("metadata.test", "169.254.169.254");
    }

    public async ValueTask DisposeAsync()
    {
        await _kakao.DisposeAsync();
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Nothing_inside_is_reached_by_address_or_by_name(Way way, string target) => (await ReachAsync(way, target)).ShouldNotBeNull().ShouldContain("private network");

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task Nothing_inside_is_reached_by_a_redirect(Way way, string target)
    {
        _answer = context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        };

        var fault = await ReachAsync(way, Site());

        // A callback follows no redirect at all.
        var reason = way == Way.Callback ? "answered 302" : target.StartsWith("http", StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal) ? "private network" : "not one of the web";
        fault.ShouldNotBeNull().ShouldContain(reason);
        _site.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_name_that_leads_inside_the_second_time_is_refused_the_second_time(Way way)
    {
        _answer = static context =>
        {
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        };
        _names.Then("site.test", Here);
        _names.Then("site.test", "10.0.0.9");

        await ReachAsync(way, Site("/first"));
        var second = await ReachAsync(way, Site("/second"));

        second.ShouldNotBeNull().ShouldContain("private network");
        _site.Asked.ShouldHaveSingleItem().PathAndQuery.ShouldStartWith("/first");
    }

    [Theory]
    [InlineData(Way.Page)]
    [InlineData(Way.Picture)]
    public async Task A_name_that_leads_inside_between_redirects_is_refused_there(Way way)
    {
        _answer = context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.Redirect("/next");
            return Task.CompletedTask;
        };
        _names.Then("site.test", Here);
        _names.Then("site.test", "127.0.0.2");

        (await ReachAsync(way, Site())).ShouldNotBeNull().ShouldContain("private network");
        _site.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Of_a_name_with_several_addresses_only_those_outside_are_reached(Way way)
    {
        _names.Then("site.test", "10.0.0.9", "fd00::1", Here);

        await ReachAsync(way, Site());

        _site.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Way.Page)]
    [InlineData(Way.Picture)]
    public async Task A_redirect_that_never_ends_is_given_up(Way way)
    {
        _answer = static context =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        };

        (await ReachAsync(way, Site())).ShouldNotBeNull().ShouldContain("more than 5 redirects");
        _site.Asked.Count.ShouldBe(6);
    }

    private string Site(string path = "/") => $"http://site.test:{new Uri(_site.Url).Port}{path}";

    /// <summary>What is told where it was not reached; null where it was.</summary>
    private async Task<string?> ReachAsync(Way way, string url)
    {
        if (way != Way.Callback)
        {
            var (path, field) = way == Way.Page ? ("/v2/api/kakaolink/talk/template/scrap", "request_url") : ("/v2/api/talk/message/image/scrap", "image_url");
            var answer = await _kakao.SendAsync(HttpMethod.Post, path, $"KakaoAK {KakaoHost.JavaScriptKey}", [("link_ver", "4.0"), (field, url)]);
            return answer.Status == HttpStatusCode.OK ? null : answer.Json.GetProperty("msg").GetString();
        }

        await _kakao.SetAsync(app => app with { Callback = new ShareCallback(url, false) });
        var desk = _kakao.Services.GetRequiredService<ShareDesk>();
        var (app, sender) = (_kakao.Directory.FindApp(KakaoHost.AppId)!, _kakao.Directory.FindPerson(11)!);
        var (share, _) = desk.FromObject(app, KakaoHost.Text());
        (await desk.SendAsync(app, sender, share!, [PickedRoom.Own], new Dictionary<string, string> { ["a"] = "b" }, CancellationToken.None)).ShouldBeNull();
        return _kakao.Directory.CallbacksOf(KakaoHost.AppId).Single(record => record.Url == url).Fault;
    }

    private static TheoryData<Way, string> Each(string[] urls)
    {
        var data = new TheoryData<Way, string>();
        foreach (var way in Enum.GetValues<Way>())
        {
            foreach (var url in urls)
            {
                data.Add(way, url);
            }
        }

        return data;
    }

    /// <summary>Names as somebody's own server of names may answer: each time anew. Addresses are their own.</summary>
    private sealed class Names : INameResolver
    {
        private readonly ConcurrentDictionary<string, IPAddress[]> _always = new(StringComparer.OrdinalIgnoreCase);
        private readonly ConcurrentDictionary<string, ConcurrentQueue<IPAddress[]>> _next = new(StringComparer.OrdinalIgnoreCase);

        public void Always(string name, params string[] addresses) => _always[name] = [.. addresses.Select(IPAddress.Parse)];

        public void Then(string name, params string[] addresses) => _next.GetOrAdd(name, static _ => new ConcurrentQueue<IPAddress[]>()).Enqueue([.. addresses.Select(IPAddress.Parse)]);

        public ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            var name = host.TrimEnd('.');
            return IPAddress.TryParse(name, out var own) ? ValueTask.FromResult<IPAddress[]>([own])
                : _next.TryGetValue(name, out var next) && next.TryDequeue(out var addresses) ? ValueTask.FromResult(addresses)
                : _always.TryGetValue(name, out addresses) ? ValueTask.FromResult(addresses)
                : ValueTask.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));
        }
    }
}

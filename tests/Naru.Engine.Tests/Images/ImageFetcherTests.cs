using Microsoft.AspNetCore.Http;
using Naru.Core.Images;
using Naru.Engine.Images;
using Naru.Engine.Tests.Pumps;
using Naru.Engine.Webhooks;
using Naru.Tests;

namespace Naru.Engine.Tests.Images;

public sealed class ImageFetcherTests : IAsyncLifetime, IDisposable
{
    private const int MaxBytes = 100_000;

    private readonly ImageFetcher _fetcher = Fetcher("127.0.0.0/8");
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Receiver _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await Receiver.StartAsync();
        _server.Answer = (received, context) => AnswerAsync(received.Path, context);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _fetcher.Dispose();

    [Theory]
    [InlineData("/800x400.png", ImageFormat.Png)]
    [InlineData("/800x400.jpg", ImageFormat.Jpeg)]
    [InlineData("/moved", ImageFormat.Png)]
    [InlineData("/chunked.png", ImageFormat.Png)]
    [InlineData("/called-gif.gif", ImageFormat.Png)]
    public async Task A_picture_is_looked_at_wherever_it_lies(string path, ImageFormat format)
    {
        var reading = await ReadAsync(path);

        (reading.Facts?.Format, reading.Facts?.Width, reading.Facts?.Height, reading.Fault).ShouldBe((format, 800, 400, null));
    }

    [Theory]
    [InlineData("/none", ImageFault.NotFound, null)]
    [InlineData("/gone", ImageFault.NotFound, null)]
    [InlineData("/forbidden", ImageFault.Unreachable, "HTTP 403")]
    [InlineData("/broken", ImageFault.Unreachable, "HTTP 503")]
    [InlineData("/page.png", ImageFault.NotAnImage, null)]
    [InlineData("/empty.png", ImageFault.NotAnImage, null)]
    [InlineData("/large.png", ImageFault.TooLarge, null)]
    [InlineData("/endless.png", ImageFault.TooLarge, null)]
    [InlineData("/loop", ImageFault.Unreachable, "too many redirects")]
    [InlineData("/to-a-file", ImageFault.Unreachable, "a redirect away from https")]
    public async Task What_is_no_picture_says_why(string path, ImageFault fault, string? explanation)
    {
        var reading = await ReadAsync(path);

        (reading.Facts, reading.Fault, reading.Explanation).ShouldBe((null, fault, explanation));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said_and_not_thrown()
    {
        var closed = await Receiver.StartAsync();
        var url = closed.Url;
        await closed.DisposeAsync();

        (await _fetcher.ReadAsync(new Uri(url, "/800x400.png"), MaxBytes, CancellationToken.None))!.Fault.ShouldBe(ImageFault.Unreachable);
        (await _fetcher.ReadAsync(new Uri("https://no-such-host.invalid/a.png"), MaxBytes, CancellationToken.None))!.Fault.ShouldBe(ImageFault.Unreachable);
    }

    [Theory]
    [InlineData("/800x400.png")]
    [InlineData("/none")]
    public async Task A_private_address_is_not_even_spoken_to_unless_it_is_allowed(string path)
    {
        using var guarded = Fetcher("10.99.0.0/16");

        var reading = (await guarded.ReadAsync(new Uri(_server.Url, path), MaxBytes, CancellationToken.None))!;

        reading.Fault.ShouldBe(ImageFault.Unreachable);
        reading.Explanation.ShouldBe("127.0.0.1 is in a private network that is not listed in Naru:Images:AllowedNetworks");
        _server.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_leads_to_no_address_that_could_not_be_asked_for_itself()
    {
        using var guarded = Fetcher("127.0.0.1");

        var reading = (await guarded.ReadAsync(new Uri(_server.Url, "/to-another-loopback"), MaxBytes, CancellationToken.None))!;

        reading.Explanation.ShouldBe("127.0.0.2 is in a private network that is not listed in Naru:Images:AllowedNetworks");
        (await _server.UntilAsync("/to-another-loopback", 1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_server_that_keeps_silent_is_given_up()
    {
        using var hasty = new ImageFetcher(Allowing("127.0.0.0/8"), TimeProvider.System, TimeSpan.FromMilliseconds(200));

        var reading = (await hasty.ReadAsync(new Uri(_server.Url, "/silent"), MaxBytes, CancellationToken.None))!;

        (reading.Fault, reading.Explanation).ShouldBe((ImageFault.Unreachable, "no answer within 0.2 s"));
    }

    [Fact]
    public async Task Who_asked_may_go_away()
    {
        using var gone = new CancellationTokenSource();
        var reading = _fetcher.ReadAsync(new Uri(_server.Url, "/silent"), MaxBytes, gone.Token).AsTask();
        await _asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    private static WebhookTargetPolicy Allowing(string network) => WebhookTargetPolicy.Allowing([network], ImageFetcher.NetworksSetting);

    private static ImageFetcher Fetcher(string network) => new(Allowing(network), TimeProvider.System, TimeSpan.FromSeconds(30));

    private async Task<ImageReading> ReadAsync(string path) => (await _fetcher.ReadAsync(new Uri(_server.Url, path), MaxBytes, CancellationToken.None))!;

    private async Task AnswerAsync(string path, HttpContext context)
    {
        switch (path)
        {
            case "/800x400.png" or "/called-gif.gif":
                var png = PictureFile.Png(800, 400);
                context.Response.ContentLength = png.Length;
                context.Response.ContentType = "image/gif";
                await context.Response.Body.WriteAsync(png);
                break;
            case "/chunked.png":
                foreach (var part in PictureFile.Png(800, 400).Chunk(100))
                {
                    await context.Response.Body.WriteAsync(part);
                    await context.Response.Body.FlushAsync();
                }

                break;
            case "/800x400.jpg":
                await context.Response.Body.WriteAsync(PictureFile.Jpeg(800, 400, camera: 90_000));
                break;
            case "/moved":
                context.Response.Redirect("/moved-again");
                break;
            case "/moved-again":
                context.Response.Redirect(new Uri(_server.Url, "/800x400.png").ToString(), permanent: true);
                break;
            case "/loop":
                context.Response.Redirect("/loop");
                break;
            case "/to-a-file":
                context.Response.Redirect("file:///etc/passwd");
                break;
            case "/to-another-loopback":
                context.Response.Redirect($"http://127.0.0.2:{_server.Url.Port}/800x400.png");
                break;
            case "/forbidden":
                context.Response.StatusCode = 403;
                break;
            case "/gone":
                context.Response.StatusCode = 410;
                break;
            case "/broken":
                context.Response.StatusCode = 503;
                break;
            case "/page.png":
                await context.Response.WriteAsync("<!doctype html><title>Sign in</title>");
                break;
            case "/empty.png":
                break;
            case "/large.png":
                context.Response.ContentLength = MaxBytes + 1;
                await context.Response.Body.WriteAsync(new byte[MaxBytes + 1]);
                break;
            case "/endless.png":
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(new byte[8192]);
                }

                break;
            case "/silent":
                _asked.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }
}

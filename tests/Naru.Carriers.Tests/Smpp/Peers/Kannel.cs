using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Naru.Carriers.Tests.Smpp.Peers;

/// <summary>An SMPP client that nobody here wrote: Debian's <c>kannel</c> (bearerbox and smsbox), on ports and a configuration of its own.</summary>
internal sealed class Kannel : IAsyncDisposable
{
    private const string Box = "/usr/sbin/bearerbox";
    private const string Sms = "/usr/sbin/smsbox";

    private readonly string _folder = Directory.CreateTempSubdirectory("naru-kannel-").FullName;
    private readonly List<Process> _boxes = [];
    private readonly HttpClient _http;

    private Kannel(int port) => _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    /// <param name="smsc">The port of the SMSC to bind to, as <c>naru</c> with <c>secret</c>.</param>
    /// <param name="reply">What is answered to every text that comes in.</param>
    public static async Task<Kannel> StartAsync(int smsc, string reply)
    {
        File.Exists(Box).ShouldBeTrue("kannel is not installed: run eng/test.sh, or apt-get install kannel");
        var ports = FreePorts(3);
        var kannel = new Kannel(ports[2]);
        var settings = Path.Combine(kannel._folder, "kannel.conf");
        await File.WriteAllTextAsync(settings, $"""
            group = core
            admin-port = {ports[0]}
            admin-password = secret
            admin-deny-ip = "*.*.*.*"
            admin-allow-ip = "127.0.0.1"
            smsbox-port = {ports[1]}
            box-deny-ip = "*.*.*.*"
            box-allow-ip = "127.0.0.1"
            dlr-storage = internal

            group = smsc
            smsc = smpp
            smsc-id = fake
            host = 127.0.0.1
            port = {smsc}
            transceiver-mode = 1
            smsc-username = naru
            smsc-password = secret
            system-type = ""
            reconnect-delay = 1

            group = smsbox
            bearerbox-host = 127.0.0.1
            sendsms-port = {ports[2]}
            global-sender = 15881234

            group = sendsms-user
            username = naru
            password = secret
            concatenation = 1
            max-messages = 10

            group = sms-service
            keyword = default
            catch-all = 1
            text = "{reply}"

            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        await kannel.StartAsync(Box, settings, "Start-up done");
        await kannel.StartAsync(Sms, settings, "Connected to");
        return kannel;
    }

    /// <summary>Hands a text in. Kannel answers 202 when it has it.</summary>
    public async Task SendAsync(string to, string text, bool isWide = false)
    {
        var wide = isWide ? "&coding=2&charset=UTF-8" : "";
        using var answer = await _http.GetAsync($"/cgi-bin/sendsms?username=naru&password=secret&from=15881234&to={to}&text={Uri.EscapeDataString(text)}{wide}&dlr-mask=31&dlr-url={Uri.EscapeDataString($"{_http.BaseAddress}nobody")}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        for (var i = _boxes.Count - 1; i >= 0; i--)
        {
            _boxes[i].Kill(entireProcessTree: true);
            await _boxes[i].WaitForExitAsync(SmppWorld.Patience);
            _boxes[i].Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Until its log says so; from then on the log is read and let go, so that the box is never held up by it.</summary>
    private async Task StartAsync(string program, string settings, string ready)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = _folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-v");
        start.ArgumentList.Add("0");
        start.ArgumentList.Add(settings);
        var box = Process.Start(start)!;
        _boxes.Add(box);
        var isReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var log = new List<string>();
        box.ErrorDataReceived += (_, line) => Read(line.Data);
        box.OutputDataReceived += (_, line) => Read(line.Data);
        box.BeginErrorReadLine();
        box.BeginOutputReadLine();
        try
        {
            await isReady.Task.WaitAsync(SmppWorld.Patience);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{program} does not say that it is ready: {string.Join('\n', log.TakeLast(20))}", late);
        }

        void Read(string? line)
        {
            if (line is null || isReady.Task.IsCompleted)
                return;
            log.Add(line);
            if (line.Contains(ready, StringComparison.OrdinalIgnoreCase))
                isReady.TrySetResult();
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(static _ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            foreach (var listener in listeners)
                listener.Start();
            return [.. listeners.Select(static listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners)
                listener.Dispose();
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Fakes.Smsc;

/// <summary>
/// A mobile carrier's SMSC for tests: strict about SMPP 3.4, with a journal that says what reached it. Faults come from <see cref="SmscOptions.React"/>.
/// </summary>
public sealed class SmscServer : IAsyncDisposable
{
    private readonly SmscOptions _options;
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _life = new();
    private readonly ConcurrentDictionary<int, SmscSession> _sessions = new();
    private readonly ConcurrentBag<Task> _running = [];
    private readonly Task _accepting;
    private int _lastSession;
    private int _submissions;
    private long _lastId;
    private int _isDisposed;

    public SmscServer(SmscOptions options)
    {
        _options = options;
        Journal = new SmscJournal(options.JournalPath, !options.IsFast);
        _listener = new TcpListener(IPAddress.Loopback, options.Port);
        _listener.Start();
        _accepting = Task.Run(AcceptAsync);
    }

    public SmscJournal Journal { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Over all sessions, also those that were refused.</summary>
    public int Submissions => Volatile.Read(ref _submissions);

    /// <summary>Sessions that are bound to receive.</summary>
    public int Receivers => _sessions.Values.Count(session => session.Receives);

    /// <summary>Every connection breaks.</summary>
    public void CutAll()
    {
        foreach (var session in _sessions.Values)
            session.Cut();
    }

    /// <summary>Says good-bye to all.</summary>
    public async Task UnbindAllAsync()
    {
        foreach (var session in _sessions.Values)
            await session.UnbindAsync();
    }

    /// <summary>Sends a text from a phone, by any session that receives. Returns the status of its acknowledgement.</summary>
    public Task<uint> SendTextAsync(ShortMessage text, CancellationToken cancellationToken) => Receiver().DeliverAsync(text, null, cancellationToken);

    /// <summary>Sends a receipt, for a message of this session or any other. Returns the status of its acknowledgement.</summary>
    public Task<uint> SendReceiptAsync(string messageId, string state, CancellationToken cancellationToken, ShortMessage? of = null) =>
        Receiver().DeliverAsync(SmscReceipt.Of(of ?? SmscReceipt.Blank, messageId, state, new SmscReaction()), messageId, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        await _life.CancelAsync();
        _listener.Stop();
        CutAll();
        await _accepting;
        await Task.WhenAll(_running);
        Journal.Dispose();
        _life.Dispose();
    }

    internal SmscOptions Options => _options;

    internal async Task<uint> ForwardAsync(ShortMessage receipt, string id) => await Receiver().DeliverAsync(receipt, id, _life.Token);

    internal SmscSubmission Number(int session, ShortMessage message) => new(Interlocked.Increment(ref _submissions), session, message);

    internal string NextId()
    {
        var id = Interlocked.Increment(ref _lastId);
        return _options.HexIds ? id.ToString("x8") : id.ToString("D10");
    }

    private SmscSession Receiver() =>
        _sessions.Values.FirstOrDefault(session => session.Receives) ?? throw new InvalidOperationException("No session is bound to receive.");

    private async Task AcceptAsync()
    {
        while (!_life.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_life.Token);
                _running.Add(Task.Run(() => ServeAsync(client)));
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                if (_life.IsCancellationRequested)
                    return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            Stream stream = client.GetStream();
            if (_options.Certificate is { } certificate)
            {
                var secure = new SslStream(stream);
                try
                {
                    await secure.AuthenticateAsServerAsync(certificate);
                }
                catch (Exception refused) when (refused is IOException or System.Security.Authentication.AuthenticationException)
                {
                    Journal.Add(new SmscEntry(0, TimeProvider.System.GetUtcNow(), SmscEvent.Ended, 0, Note: "the peer refused the certificate"));
                    return;
                }

                stream = secure;
            }

            var number = Interlocked.Increment(ref _lastSession);
            var session = new SmscSession(this, number, client, stream);
            _sessions[number] = session;
            await session.RunAsync(_life.Token);
            _sessions.TryRemove(number, out _);
        }
    }
}

using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Links;

/// <summary>Who a link tells of what the carrier sends by itself.</summary>
internal interface ILinkOwner
{
    /// <summary>A deliver_sm. Returns the status to answer with at once, or null when the answer comes later by <see cref="SmppLink.AnswerAsync"/>.</summary>
    uint? Deliver(SmppLink link, uint sequence, ShortMessage message);
}

/// <summary>
/// One connection to the carrier, from the bind to its end. What leaves is written by one at a time; what is out is known by its sequence number, so that at the
/// end of the connection each request has been told its answer or that none will come.
/// </summary>
/// <remarks>A request counts as having left as soon as its octets were given to the socket: from there on its outcome can be unclear.</remarks>
internal sealed partial class SmppLink : IAsyncDisposable
{
    private const string LinkLost = "the link to the carrier was lost before";

    private readonly Stream _stream;
    private readonly SmppOptions _options;
    private readonly TimeProvider _time;
    private readonly ILinkOwner _owner;
    private readonly Outstanding _out;
    private readonly PduWriter _writer = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _life = new();
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _running = Task.CompletedTask;

    public SmppLink(Stream stream, SmppOptions options, TimeProvider time, ILinkOwner owner)
    {
        (_stream, _options, _time, _owner) = (stream, options, time, owner);
        _out = new Outstanding(time);
        Changed = new Signal(time);
        _heardAt = time.GetTimestamp();
    }

    /// <summary>Told apart from every other link, those of earlier runs included.</summary>
    public long Id { get; init; }

    /// <summary>Set when an answer came, when one was given up, and at the end.</summary>
    public Signal Changed { get; }

    /// <summary>Completes with the reason, in plain English.</summary>
    public Task<string> Ended => _ended.Task;

    public bool IsUp => !_ended.Task.IsCompleted;

    /// <summary>Submissions that are out.</summary>
    public int SubmitsOut => _out.Submits;

    /// <summary>Begins to read. Called once.</summary>
    public void Start() => _running = Task.WhenAll(Task.Run(ReadAsync, CancellationToken.None), Task.Run(WatchAsync, CancellationToken.None));

    /// <summary>Null when the carrier takes the bind, else its status; throws when there is no answer.</summary>
    public async Task<uint?> BindAsync(SmppCommand command)
    {
        var bind = new BindRequest(_options.SystemId, _options.Password, _options.SystemType);
        var answer = await AskAsync(command, bind.Write) ?? throw new IOException("no answer to the bind");
        return answer.Status == SmppStatus.Ok ? null : answer.Status;
    }

    /// <summary>Says good-bye and waits for the answer, not for longer than for any.</summary>
    public async Task UnbindAsync()
    {
        await AskAsync(SmppCommand.Unbind, static _ => { });
        End("unbound");
    }

    /// <summary>
    /// Hands over what may still leave, in one write. Each part is asked with the socket in hand, so that nothing waits between the last look at the clock and the
    /// write; one that may not leave is told so.
    /// </summary>
    public ValueTask SubmitAsync(IReadOnlyList<ISubmission> parts)
    {
        return WriteAsync(Write, NotWritten);

        void Write(PduWriter writer)
        {
            foreach (var part in parts)
            {
                if (!part.MayLeave())
                {
                    continue;
                }

                if (_out.Add(part.Request) is not { } sequence)
                {
                    part.NotSent(LinkLost);
                    continue;
                }

                writer.Begin(SmppCommand.SubmitSm, SmppStatus.Ok, sequence);
                part.Write(writer);
                writer.End();
            }
        }

        void NotWritten()
        {
            foreach (var part in parts)
            {
                part.NotSent(LinkLost);
            }
        }
    }

    /// <summary>Answers deliver_sm. Nothing happens where the link is gone: the carrier delivers again.</summary>
    public ValueTask AnswerAsync(IReadOnlyList<(uint Sequence, uint Status)> answers) => WriteAsync(writer =>
    {
        foreach (var (sequence, status) in answers)
        {
            writer.Begin(SmppCommand.DeliverSmResp, status, sequence);
            writer.Text(""); // message_id is unused and has to be there (§4.6.2)
            writer.End();
        }
    });

    /// <summary>Ends the connection. What is out is told that no answer will come.</summary>
    public void End(string why)
    {
        if (!_ended.TrySetResult(why))
        {
            return;
        }

        var lost = _out.Close();
        _life.Cancel();
        foreach (var request in lost)
        {
            request.Lost(why);
        }

        Changed.Set();
    }

    public async ValueTask DisposeAsync()
    {
        End("closed");
        await _stream.DisposeAsync();
        await _running;
        await _writing.WaitAsync(CancellationToken.None); // the last writer is out; who comes now finds the link's life at its end
        _life.Dispose();
        _writing.Dispose();
    }

    private async Task<(uint Status, byte[] Body)?> AskAsync(SmppCommand command, Action<PduWriter> body)
    {
        var request = new SessionRequest();
        await WriteAsync(
            writer =>
            {
                if (_out.Add(request) is { } sequence)
                {
                    writer.Begin(command, SmppStatus.Ok, sequence);
                    body(writer);
                    writer.End();
                }
                else
                {
                    request.Lost(LinkLost);
                }
            },
            () => request.Lost(LinkLost));
        return await request.Answer;
    }

    /// <param name="notWritten">Called instead where nothing can be written any more.</param>
    private async ValueTask WriteAsync(Action<PduWriter> write, Action? notWritten = null)
    {
        try
        {
            await _writing.WaitAsync(_life.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            notWritten?.Invoke();
            return;
        }

        try
        {
            _writer.Clear();
            write(_writer);
            if (_writer.Length > 0)
            {
                Volatile.Write(ref _writingSince, _time.GetTimestamp());
                await _stream.WriteAsync(_writer.Written, _life.Token);
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or ObjectDisposedException)
        {
            End("the connection broke");
        }
        finally
        {
            Volatile.Write(ref _writingSince, 0);
            _writing.Release();
        }
    }
}

/// <summary>A part on its way to the socket.</summary>
internal interface ISubmission
{
    Request Request { get; }

    /// <summary>Asked with the socket in hand. False: it was told why, and does not leave.</summary>
    bool MayLeave();

    void NotSent(string why);

    void Write(PduWriter writer);
}

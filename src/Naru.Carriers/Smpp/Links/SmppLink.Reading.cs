using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Links;

/// <summary>What comes from the carrier, and its silence.</summary>
internal sealed partial class SmppLink
{
    private const int FirstBuffer = 16 * 1024;

    private long _heardAt;
    private long _writingSince;
    private SessionRequest? _enquiry;

    private async Task ReadAsync()
    {
        var buffer = new byte[FirstBuffer];
        var replies = new PduWriter();
        var filled = 0;
        try
        {
            while (IsUp)
            {
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, Math.Min(buffer.Length * 2, Math.Max(_options.MaxPdu, FirstBuffer)));
                }

                var read = await _stream.ReadAsync(buffer.AsMemory(filled), _life.Token);
                if (read == 0)
                {
                    End("the carrier closed the connection");
                    return;
                }

                Volatile.Write(ref _heardAt, _time.GetTimestamp());
                filled += read;
                var farewell = TakeFrames(buffer, ref filled, replies);
                if (replies.Length > 0)
                {
                    await WriteAsync(writer => writer.Octets(replies.Written.Span));
                    replies.Clear();
                }

                Changed.Set();
                if (farewell is not null)
                {
                    End(farewell);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or ObjectDisposedException)
        {
            End("the connection broke");
        }
    }

    /// <summary>Takes the whole PDUs from the front. Returns why the link must end, or null.</summary>
    private string? TakeFrames(byte[] buffer, ref int filled, PduWriter replies)
    {
        var taken = 0;
        string? farewell = null;
        while (farewell is null)
        {
            var state = SmppFrame.Read(buffer.AsSpan(taken, filled - taken), _options.MaxPdu, out var header, out var body);
            if (state == FrameState.Incomplete)
            {
                break;
            }

            if (state == FrameState.Garbage)
            {
                replies.Header(SmppCommand.GenericNack, SmppStatus.InvalidCommandLength, header.Sequence);
                farewell = "the carrier sent a PDU of an impossible length";
                break;
            }

            farewell = Take(header, body, replies);
            taken += (int)header.Length;
        }

        buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
        filled -= taken;
        return farewell;
    }

    private string? Take(SmppHeader header, ReadOnlySpan<byte> body, PduWriter replies)
    {
        if (header.Command.IsResponse())
        {
            TakeAnswer(header, body);
            return null;
        }

        switch (header.Command)
        {
            case SmppCommand.DeliverSm:
                var message = ShortMessage.Read(body, out _);
                if ((message is null ? SmppStatus.InvalidParameterLength : _owner.Deliver(this, header.Sequence, message)) is { } status)
                {
                    replies.Begin(SmppCommand.DeliverSmResp, status, header.Sequence);
                    replies.Text("");
                    replies.End();
                }

                return null;
            case SmppCommand.EnquireLink:
                replies.Header(SmppCommand.EnquireLinkResp, SmppStatus.Ok, header.Sequence);
                return null;
            case SmppCommand.Unbind:
                replies.Header(SmppCommand.UnbindResp, SmppStatus.Ok, header.Sequence);
                return "the carrier unbound";
            case SmppCommand.AlertNotification:
                return null; // says who can be reached again; it has no answer, and nothing here waits for it
            default:
                replies.Header(SmppCommand.GenericNack, SmppStatus.InvalidCommandId, header.Sequence);
                return null;
        }
    }

    /// <summary>A generic_nack answers whatever has its number: the carrier could not read it.</summary>
    private void TakeAnswer(SmppHeader header, ReadOnlySpan<byte> body)
    {
        var request = _out.Take(header.Sequence, out var isLate);
        var status = header is { Command: SmppCommand.GenericNack, Status: SmppStatus.Ok } ? SmppStatus.UnknownError : header.Status;
        if (isLate)
        {
            request?.AnsweredLate(status, body);
        }
        else
        {
            request?.Answered(status, body);
        }
    }

    /// <summary>Gives up what has waited too long, and asks a silent carrier whether it is there.</summary>
    private async Task WatchAsync()
    {
        var step = TimeSpan.FromTicks(Math.Max(Math.Min(_options.ResponseTimeout.Ticks, _options.EnquireLink.Ticks) / 4, TimeSpan.FromMilliseconds(20).Ticks));
        using var timer = new PeriodicTimer(step, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_life.Token))
            {
                if (Overdue() is { } why)
                {
                    End(why);
                    return;
                }

                var silence = _time.GetElapsedTime(Volatile.Read(ref _heardAt));
                if (silence >= _options.EnquireLink && _enquiry is null or { Answer.IsCompleted: true })
                {
                    await EnquireAsync();
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The link has ended: there is nothing to watch.
            return;
        }
    }

    private string? Overdue()
    {
        var silence = _time.GetElapsedTime(Volatile.Read(ref _heardAt));
        var late = _out.TakeOlder(_options.ResponseTimeout);
        foreach (var request in late)
        {
            request.Lost("no answer in time");
        }

        if (late.Count > 0)
        {
            Changed.Set();
        }

        return late.Contains(_enquiry) ? "no answer to enquire_link"
            : late.Count > 0 && silence >= _options.ResponseTimeout ? "the carrier is silent"
            : Volatile.Read(ref _writingSince) is var since and not 0 && _time.GetElapsedTime(since) >= _options.ResponseTimeout ? "the carrier does not read"
            : null;
    }

    private ValueTask EnquireAsync()
    {
        var enquiry = _enquiry = new SessionRequest();
        return WriteAsync(
            writer =>
            {
                if (_out.Add(enquiry) is { } sequence)
                {
                    writer.Header(SmppCommand.EnquireLink, SmppStatus.Ok, sequence);
                }
            },
            () => enquiry.Lost(LinkLost));
    }
}

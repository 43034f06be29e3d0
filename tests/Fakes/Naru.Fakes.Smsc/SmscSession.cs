using System.Collections.Concurrent;
using System.Net.Sockets;
using Naru.Carriers.Smpp.Protocol;

namespace Naru.Fakes.Smsc;

/// <summary>One connection of an ESME.</summary>
internal sealed class SmscSession(SmscServer server, int number, TcpClient client, Stream stream)
{
    private const int MaxPdu = 70_000;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<uint>> _deliveries = new();
    private readonly PduWriter _replies = new();
    private readonly List<(ShortMessage Message, string? Id)> _following = [];
    private SmppCommand _bound;
    private int _sequence;
    private int _isCut;

    public bool Receives => _bound is SmppCommand.BindTransceiver or SmppCommand.BindReceiver;

    private bool Sends => _bound is SmppCommand.BindTransceiver or SmppCommand.BindTransmitter;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxPdu];
        var filled = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                if (read == 0)
                    break;
                filled += read;
                var goesOn = TakeFrames(buffer, ref filled);
                await FlushAsync();
                if (!goesOn)
                    break;
            }
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            Note(SmscEvent.Ended, note: "the connection broke");
        }

        _bound = SmppCommand.None;
        Cut();
        foreach (var waiting in _deliveries.Values)
            waiting.TrySetCanceled(CancellationToken.None);
        Note(SmscEvent.Ended);
    }

    /// <summary>The connection breaks as when a cable is pulled: with a reset, not with an end.</summary>
    public void Cut()
    {
        if (Interlocked.Exchange(ref _isCut, 1) == 1)
            return;
        client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    public Task UnbindAsync() => WriteAsync(writer => writer.Header(SmppCommand.Unbind, 0, (uint)Interlocked.Increment(ref _sequence)));

    public async Task<uint> DeliverAsync(ShortMessage message, string? receiptOf, CancellationToken cancellationToken)
    {
        var sequence = (uint)Interlocked.Increment(ref _sequence);
        var answer = _deliveries[sequence] = new TaskCompletionSource<uint>(TaskCreationOptions.RunContinuationsAsynchronously);
        Note(receiptOf is null ? SmscEvent.TextSent : SmscEvent.ReceiptSent, id: receiptOf);
        await WriteAsync(writer =>
        {
            writer.Begin(SmppCommand.DeliverSm, 0, sequence);
            message.Write(writer);
            writer.End();
        });
        var status = await answer.Task.WaitAsync(cancellationToken);
        Note(receiptOf is null ? SmscEvent.TextAcknowledged : SmscEvent.ReceiptAcknowledged, status, receiptOf);
        return status;
    }

    private bool TakeFrames(byte[] buffer, ref int filled)
    {
        var taken = 0;
        var goesOn = true;
        while (goesOn && SmppFrame.Read(buffer.AsSpan(taken, filled - taken), MaxPdu, out var header, out var body) is var state and not FrameState.Incomplete)
        {
            if (state == FrameState.Garbage)
            {
                Note(SmscEvent.Violation, note: "a PDU of an impossible length");
                _replies.Header(SmppCommand.GenericNack, SmppStatus.InvalidCommandLength, header.Sequence);
                return false;
            }

            goesOn = Take(header, body);
            taken += (int)header.Length;
        }

        buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
        filled -= taken;
        return goesOn;
    }

    private bool Take(SmppHeader header, ReadOnlySpan<byte> body)
    {
        if (header.Sequence is 0 or > 0x7FFFFFFF)
            Note(SmscEvent.Violation, note: "a sequence number out of range (3.2.1)");
        switch (header.Command)
        {
            case SmppCommand.BindTransceiver or SmppCommand.BindTransmitter or SmppCommand.BindReceiver:
                Bind(header, body);
                return true;
            case SmppCommand.SubmitSm:
                return Submit(header, body);
            case SmppCommand.DeliverSmResp:
                if (_deliveries.TryRemove(header.Sequence, out var waiting))
                    waiting.TrySetResult(header.Status);
                else
                    Note(SmscEvent.Violation, note: "an answer to nothing");
                return true;
            case SmppCommand.EnquireLink:
                _replies.Header(SmppCommand.EnquireLinkResp, 0, header.Sequence);
                return true;
            case SmppCommand.Unbind:
                _replies.Header(SmppCommand.UnbindResp, 0, header.Sequence);
                Note(SmscEvent.Unbound);
                return false;
            case SmppCommand.UnbindResp:
                return false;
            case SmppCommand.EnquireLinkResp or SmppCommand.GenericNack:
                return true;
            default:
                _replies.Header(SmppCommand.GenericNack, SmppStatus.InvalidCommandId, header.Sequence);
                Note(SmscEvent.Violation, note: $"command 0x{(uint)header.Command:X8}");
                return true;
        }
    }

    private void Bind(SmppHeader header, ReadOnlySpan<byte> body)
    {
        var request = BindRequest.Read(body, out var fault);
        var options = server.Options;
        var status = fault is not null ? SmppStatus.InvalidCommandLength
            : _bound != SmppCommand.None ? SmppStatus.AlreadyBound
            : request!.SystemId != options.SystemId ? SmppStatus.InvalidSystemId
            : request.Password != options.Password ? SmppStatus.InvalidPassword
            : options.BindStatus;
        if (status == SmppStatus.Ok)
            _bound = header.Command;
        Note(status == SmppStatus.Ok ? SmscEvent.Bound : SmscEvent.BindRefused, status);
        _replies.Begin(header.Command.Answer(), status, header.Sequence);
        if (status == SmppStatus.Ok)
            _replies.Text("naru-smsc");
        _replies.End();
    }

    private bool Submit(SmppHeader header, ReadOnlySpan<byte> body)
    {
        var message = ShortMessage.Read(body, out var fault);
        if (!Sends || message is null)
        {
            Note(SmscEvent.Violation, note: Sends ? fault : "a submission without a bind for it");
            AnswerSubmit(header, Sends ? SmppStatus.InvalidMessageLength : SmppStatus.InvalidBindStatus, "");
            return true;
        }

        if (!server.Options.IsFast)
        {
            foreach (var broken in SmscRules.BrokenBy(message))
                Note(SmscEvent.Violation, note: broken);
        }

        var reaction = server.Options.React(server.Number(number, message));
        if (reaction.CutBefore)
        {
            Cut();
            return false;
        }

        if (reaction.Status != SmppStatus.Ok)
        {
            NoteSubmission(SmscEvent.Refused, message, reaction.Status, null);
            AnswerSubmit(header, reaction.Status, "");
            return true;
        }

        var id = reaction.MessageId ?? server.NextId();
        NoteSubmission(SmscEvent.Taken, message, 0, id);
        if (reaction.CutAfter)
        {
            Cut();
            return false;
        }

        var wantsReceipt = (message.RegisteredDelivery & 3) == 1;
        if (wantsReceipt && reaction.Early.Count > 0)
        {
            // The answer waits until these are on the wire: they overtake it.
            foreach (var state in reaction.Early)
                DeliverEarly(SmscReceipt.Of(message, reaction.ReceiptId ?? id, state, reaction), id);
        }

        var receipts = wantsReceipt ? reaction.Receipts.Select(state => (SmscReceipt.Of(message, reaction.ReceiptId ?? id, state, reaction), (string?)id)).ToList() : [];
        if (reaction.AnswerAfter is { } signal)
        {
            _ = AnswerLateAsync(signal, header.Sequence, id, receipts);
            return true;
        }

        if (!reaction.IsSilent)
            AnswerSubmit(header, 0, id);
        _following.AddRange(receipts);
        return true;
    }

    /// <summary>In one write, so that the receipts are right behind the answer.</summary>
    private async Task AnswerLateAsync(Task signal, uint sequence, string id, List<(ShortMessage Message, string? Id)> receipts)
    {
        await signal;
        await WriteAsync(writer =>
        {
            writer.Begin(SmppCommand.SubmitSmResp, SmppStatus.Ok, sequence);
            writer.Text(id);
            writer.End();
            foreach (var (receipt, of) in receipts)
            {
                var delivery = (uint)Interlocked.Increment(ref _sequence);
                var answer = _deliveries[delivery] = new TaskCompletionSource<uint>(TaskCreationOptions.RunContinuationsAsynchronously);
                Note(SmscEvent.ReceiptSent, id: of);
                writer.Begin(SmppCommand.DeliverSm, 0, delivery);
                receipt.Write(writer);
                writer.End();
                _ = NoteAnswerAsync(answer.Task, of);
            }
        });
    }

    private void DeliverEarly(ShortMessage receipt, string id)
    {
        if (!Receives)
        {
            _ = NoteFailureAsync(server.ForwardAsync(receipt, id), id);
            return;
        }

        var sequence = (uint)Interlocked.Increment(ref _sequence);
        var answer = _deliveries[sequence] = new TaskCompletionSource<uint>(TaskCreationOptions.RunContinuationsAsynchronously);
        Note(SmscEvent.ReceiptSent, id: id);
        _replies.Begin(SmppCommand.DeliverSm, 0, sequence);
        receipt.Write(_replies);
        _replies.End();
        _ = NoteAnswerAsync(answer.Task, id);
    }

    /// <summary>A transmitter's receipts go to a receiver.</summary>
    private async Task NoteFailureAsync(Task<uint> forwarded, string id)
    {
        try
        {
            await forwarded;
        }
        catch (Exception failure) when (failure is OperationCanceledException or InvalidOperationException or IOException)
        {
            Note(SmscEvent.Ended, note: "a receipt could not be forwarded", id: id);
        }
    }

    private async Task NoteAnswerAsync(Task<uint> answer, string? id)
    {
        try
        {
            Note(SmscEvent.ReceiptAcknowledged, await answer, id);
        }
        catch (OperationCanceledException)
        {
            Note(SmscEvent.Ended, note: "a receipt stays unacknowledged", id: id);
        }
    }

    private void AnswerSubmit(SmppHeader header, uint status, string id)
    {
        _replies.Begin(SmppCommand.SubmitSmResp, status, header.Sequence);
        if (status == SmppStatus.Ok)
            _replies.Text(id);
        _replies.End();
    }

    /// <summary>Answers go out first, then the receipts that follow them.</summary>
    private async Task FlushAsync()
    {
        foreach (var (receipt, id) in _following)
            DeliverEarly(receipt, id!);
        _following.Clear();
        if (_replies.Length == 0)
            return;
        await WriteAsync(writer => writer.Octets(_replies.Written.Span));
        _replies.Clear();
    }

    private async Task WriteAsync(Action<PduWriter> write)
    {
        var writer = new PduWriter();
        write(writer);
        await _writing.WaitAsync();
        try
        {
            await stream.WriteAsync(writer.Written);
        }
        finally
        {
            _writing.Release();
        }
    }

    private void NoteSubmission(SmscEvent kind, ShortMessage message, uint status, string? id)
    {
        if (server.Journal.IsKept)
        {
            server.Journal.Add(new SmscEntry(
                0, TimeProvider.System.GetUtcNow(), kind, number, status, message.From.Text, message.To.Text, id, message.DataCoding, message.Class,
                Convert.ToHexString(message.Payload.Span)));
        }
    }

    private void Note(SmscEvent kind, uint status = 0, string? id = null, string? note = null)
    {
        if (server.Journal.IsKept)
            server.Journal.Add(new SmscEntry(0, TimeProvider.System.GetUtcNow(), kind, number, status, MessageId: id, Note: note));
    }
}

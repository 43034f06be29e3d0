using System.Threading.Channels;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Smpp;

/// <summary>Takes incoming texts as the gateway would; a test waits for the next one.</summary>
internal sealed class InboundLog : IInboundSink
{
    private readonly Channel<InboundSms> _texts = Channel.CreateUnbounded<InboundSms>();

    /// <summary>Thrown once instead of taking the next texts.</summary>
    public Exception? FailNext { get; set; }

    /// <summary>Numbers that no workspace has registered.</summary>
    public HashSet<string> Nobodys { get; } = [];

    /// <summary>What was refused.</summary>
    public List<string> RefusedNumbers { get; } = [];

    /// <summary>Called when texts have been taken, before the carrier is answered.</summary>
    public Action? Taken { get; set; }

    public bool Takes(string to) => !Nobodys.Contains(to);

    public void Refused(string carrier, string to) => RefusedNumbers.Add(to);

    public int Waiting => _texts.Reader.Count;

    public ValueTask ReceiveAsync(IReadOnlyList<InboundSms> messages, CancellationToken cancellationToken)
    {
        if (FailNext is { } failure)
        {
            FailNext = null;
            throw failure;
        }

        foreach (var message in messages)
            _texts.Writer.TryWrite(message);
        Taken?.Invoke();
        return ValueTask.CompletedTask;
    }

    public async Task<InboundSms> NextAsync() => await _texts.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}

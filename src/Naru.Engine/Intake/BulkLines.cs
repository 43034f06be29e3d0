using Naru.Core.Messages;
using Naru.Core.Timing;

namespace Naru.Engine.Intake;

/// <summary>The lines of a bulk, and in which of them each of its messages waits.</summary>
internal sealed class BulkLines
{
    private readonly Dictionary<BulkLine, int> _numbers = [];
    private readonly int[] _ofMessage;

    public BulkLines(IReadOnlyList<SubmittedMessage> messages)
    {
        var lines = new List<BulkLine>(1);
        _ofMessage = new int[messages.Count];
        for (var i = 0; i < _ofMessage.Length; i++)
        {
            var envelope = messages[i].Envelope;
            if (i > 0 && ReferenceEquals(envelope, messages[i - 1].Envelope) && messages[i].Class == messages[i - 1].Class)
            {
                _ofMessage[i] = _ofMessage[i - 1];
                continue;
            }

            var line = new BulkLine(envelope.Window, envelope.IsAdvertisement, messages[i].Class);
            if (!_numbers.TryGetValue(line, out var number))
            {
                _numbers.Add(line, number = lines.Count);
                lines.Add(line);
            }

            _ofMessage[i] = number;
        }

        All = lines;
    }

    public IReadOnlyList<BulkLine> All { get; }

    public int Of(int message) => _ofMessage[message];
}

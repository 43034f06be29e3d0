using System.Globalization;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;

namespace Naru.Server.Tests.Crash;

/// <summary>Makes the requests of one sender, from a seed: single and bulk, with client ids and without, for webhooks and for polling.</summary>
internal sealed class SendingMaker(int sender, int seed, string senderKey, Uri webhook)
{
    private const int NumbersPerSender = 1_000_000;

    /// <summary>Greater than what the engine stores in one piece: such a bulk is staged in chunks.</summary>
    private const int StagedFrom = 300;

    /// <summary>
    /// At once, after a second, never, after one retry, never and uncertain until then: each takes its own way through the engine.
    /// </summary>
    private static readonly string[] s_testNumbers = ["821088880001", Destination.AnsweredWith("3019"), Destination.AnsweredWith("2001"), Destination.AnsweredWith("3005")];

    private readonly Random _random = new(seed);
    private int _messages;
    private int _requests;

    public TimeSpan Pause() => TimeSpan.FromMilliseconds(_random.Next(1, 10));

    public Sending Next()
    {
        var number = _requests++;
        var size = _random.Next(100) switch
        {
            < 50 => 1,
            < 98 => _random.Next(2, 21),
            _ => _random.Next(StagedFrom, 2 * StagedFrom),
        };
        var withIds = _random.Next(2) == 0;
        var special = withIds && size < StagedFrom && _random.Next(4) == 0;
        var to = Enumerable.Range(0, size).Select(_ => NextDestination(withIds, special)).ToArray();
        var body = AlimBody.Parcel(senderKey, to);
        if (size > 1 && _random.Next(2) == 0)
            body.InBulk(string.Create(CultureInfo.InvariantCulture, $"bulk-{sender}-{number}"));
        if (_random.Next(2) == 0)
            body.ReportingTo(webhook);
        var key = _random.Next(3) == 0 ? string.Create(CultureInfo.InvariantCulture, $"request-{sender}-{number}") : null;
        return new Sending(to, withIds, key, body);
    }

    private Destination NextDestination(bool withId, bool special)
    {
        var number = (sender * NumbersPerSender) + _messages++;
        var to = special ? s_testNumbers[_random.Next(s_testNumbers.Length)] : Destination.Number(number);
        return new Destination(to, withId ? string.Create(CultureInfo.InvariantCulture, $"message-{number}") : null);
    }
}

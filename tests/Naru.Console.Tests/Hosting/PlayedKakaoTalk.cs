using System.Collections.Concurrent;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Hosting;

/// <summary>KakaoTalk as far as onboarding needs it: codes arrive as text messages, and nobody reviews by itself.</summary>
internal sealed class PlayedKakaoTalk(ConsoleHost host) : ISenderCodes, IReviewControl
{
    /// <summary>Of each channel, the latest last.</summary>
    public ConcurrentQueue<(string Channel, Recipient Phone, string Code)> Codes { get; } = new();

    public TimeSpan? ReviewAfter { get; set; }

    public string LastCode => Codes.Last().Code;

    public ValueTask SendAsync(Sender sender, Recipient phone, string code, CancellationToken cancellationToken)
    {
        Codes.Enqueue((sender.ChannelName, phone, code));
        host.Handset.Put(host.Sms($"[KakaoTalk] {code}", phone.Value));
        return ValueTask.CompletedTask;
    }
}

using Naru.Core.Messages;
using Naru.Core.Senders;

namespace Naru.Engine.Ports;

/// <summary>Brings the code that proves a sender to its administrator's phone. Who carries it is KakaoTalk's own affair: it is no message of the workspace.</summary>
public interface ISenderCodes
{
    /// <param name="code">Six digits: never log it.</param>
    ValueTask SendAsync(Sender sender, Recipient phone, string code, CancellationToken cancellationToken);
}

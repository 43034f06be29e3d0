using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>What a person sees of the phones, without reading them from end to end.</summary>
public sealed partial class SimulatorCarrier
{
    public ValueTask<IReadOnlyList<HandsetPhone>> PhonesAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        var phones = new List<HandsetPhone>();
        foreach (var (phone, messages, latest) in _store.Index.Phones(workspace).OrderByDescending(phone => phone.Latest))
        {
            if (_store.Reader.Find(workspace, latest) is { } message)
            {
                phones.Add(new HandsetPhone(phone, messages, message));
            }
        }

        return ValueTask.FromResult<IReadOnlyList<HandsetPhone>>(phones);
    }

    public ValueTask<IReadOnlyList<HandsetMessage>> LatestAsync(
        WorkspaceId workspace, Recipient to, RoomKey room, long? before, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_store.Reader.Newest(workspace, to, before ?? long.MaxValue, limit, message => RoomKey.Of(message) == room));
}

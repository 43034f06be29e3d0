using Naru.Storage.Memory;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Inbound;

public sealed class MemoryInboundStoreTests : InboundStoreConformance
{
    public MemoryInboundStoreTests()
        : this(new MemoryUnderTest())
    {
    }

    private MemoryInboundStoreTests(MemoryUnderTest place)
        : base(place, () => new MemoryInboundStore(place.Disk))
    {
    }
}

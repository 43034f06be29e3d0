using Naru.Storage.Memory;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Contacts;

public sealed class MemoryContactStoreTests : ContactStoreConformance
{
    public MemoryContactStoreTests()
        : this(new MemoryUnderTest())
    {
    }

    private MemoryContactStoreTests(MemoryUnderTest place)
        : base(place, () => new MemoryContactStore(place.Disk))
    {
    }
}

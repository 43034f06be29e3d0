using Naru.Storage.Postgres;
using Naru.Storage.Tests.Inbound;

namespace Naru.Storage.Tests.Postgres;

public sealed class PostgresInboundStoreTests : InboundStoreConformance
{
    public PostgresInboundStoreTests()
        : this(new PostgresUnderTest())
    {
    }

    private PostgresInboundStoreTests(PostgresUnderTest place)
        : base(place, () => new PostgresInboundStore(place.Database))
    {
    }
}

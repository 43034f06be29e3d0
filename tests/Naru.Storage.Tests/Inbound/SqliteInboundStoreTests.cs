using Naru.Storage.Sqlite;
using Naru.Storage.Tests.Sqlite;

namespace Naru.Storage.Tests.Inbound;

public sealed class SqliteInboundStoreTests : InboundStoreConformance
{
    public SqliteInboundStoreTests()
        : this(new SqliteUnderTest())
    {
    }

    private SqliteInboundStoreTests(SqliteUnderTest place)
        : base(place, () => new SqliteInboundStore(place.Database))
    {
    }
}

using Naru.Storage.Sqlite;
using Naru.Storage.Tests.Sqlite;

namespace Naru.Storage.Tests.Contacts;

public sealed class SqliteContactStoreTests : ContactStoreConformance
{
    public SqliteContactStoreTests()
        : this(new SqliteUnderTest())
    {
    }

    private SqliteContactStoreTests(SqliteUnderTest place)
        : base(place, () => new SqliteContactStore(place.Database))
    {
    }
}

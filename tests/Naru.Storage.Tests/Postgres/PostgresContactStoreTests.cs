using Naru.Storage.Postgres;
using Naru.Storage.Tests.Contacts;

namespace Naru.Storage.Tests.Postgres;

public sealed class PostgresContactStoreTests : ContactStoreConformance
{
    public PostgresContactStoreTests()
        : this(new PostgresUnderTest())
    {
    }

    private PostgresContactStoreTests(PostgresUnderTest place)
        : base(place, () => new PostgresContactStore(place.Database))
    {
    }
}

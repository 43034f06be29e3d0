using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Sqlite;

public sealed class SqliteMessageStoreTests() : MessageStoreConformance(new SqliteUnderTest());

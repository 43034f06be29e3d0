using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Postgres;

public sealed class PostgresMessageStoreTests() : MessageStoreConformance(new PostgresUnderTest());

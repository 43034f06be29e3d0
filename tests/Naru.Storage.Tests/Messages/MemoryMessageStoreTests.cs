namespace Naru.Storage.Tests.Messages;

public sealed class MemoryMessageStoreTests() : MessageStoreConformance(new MemoryUnderTest());

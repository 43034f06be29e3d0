using Naru.Core.Messages;

namespace Naru.Core.Tests.Messages;

public class SipHashTests
{
    /// <summary>From the paper's reference implementation: key 00…0f, input 00, 01 … of the given length.</summary>
    [Theory]
    [InlineData(0, 0x726fdb47dd0e0e31)]
    [InlineData(1, 0x74f839c593dc67fd)]
    [InlineData(7, 0xab0200f58b01d137)]
    [InlineData(8, 0x93f5f5799a932462)]
    [InlineData(15, 0xa129ca6149be45e5)]
    [InlineData(63, 0x958a324ceb064572)]
    public void It_agrees_with_the_reference_vectors(int length, ulong expected)
    {
        var key = Enumerable.Range(0, 16).Select(i => (byte)i).ToArray();
        var input = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();

        SipHash.Compute(key, input).ShouldBe(expected);
    }
}

using System.Numerics;
using Naru.Core.Messages;

namespace Naru.Storage.Rows;

/// <summary>
/// A lane as the column holds it: turned so that kind and class stand in the low bits. SQLite keeps small numbers in few bytes: a plain lane
/// takes two instead of eight, in the row and in the hot index.
/// </summary>
internal static class StoredLane
{
    public static long From(LaneId lane) => (long)BitOperations.RotateLeft((ulong)lane.Value, 16);

    public static LaneId Of(long stored) => new((long)BitOperations.RotateRight((ulong)stored, 16));
}

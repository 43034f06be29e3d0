using Naru.Engine.Kakao;

namespace Naru.Storage.Memory;

/// <summary>The Developers platform in memory: for tests.</summary>
public sealed class MemoryKakaoStore : IKakaoStore
{
    private readonly Lock _changing = new();
    private readonly Dictionary<(KakaoRowKind Kind, string Key), KakaoRow> _rows = [];

    public ValueTask<IReadOnlyList<KakaoRow>> LoadAllAsync(CancellationToken cancellationToken)
    {
        lock (_changing)
        {
            return ValueTask.FromResult<IReadOnlyList<KakaoRow>>([.. _rows.Values.OrderBy(row => row.Kind).ThenBy(row => row.Key, StringComparer.Ordinal)]);
        }
    }

    public ValueTask ApplyAsync(IReadOnlyCollection<KakaoRow> put, IReadOnlyCollection<(KakaoRowKind Kind, string Key)> removed, CancellationToken cancellationToken)
    {
        lock (_changing)
        {
            foreach (var gone in removed)
            {
                _rows.Remove(gone);
            }

            foreach (var row in put)
            {
                _rows[(row.Kind, row.Key)] = row;
            }
        }

        return ValueTask.CompletedTask;
    }
}

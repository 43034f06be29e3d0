namespace Naru.Storage.Search;

/// <summary>What the feeder does again and again, on its own thread.</summary>
internal interface ISearchPass : IDisposable
{
    SearchCursor Cursor { get; }

    /// <summary>One round: at most so many new rows go in, and at most so many removed ones go out.</summary>
    /// <returns>True when more is waiting.</returns>
    bool Run(int rows, int gone);
}

using Naru.Core.Workspaces;

namespace Naru.Engine;

/// <summary>A bulk of an app stands otherwise than before.</summary>
/// <param name="App">Whose subscribers are told.</param>
/// <param name="Before">For a bulk that is new and all of which begins at once: <see cref="BulkStatus.Pending"/>.</param>
/// <param name="SendAt">What was asked last; where nothing was asked, when it was accepted.</param>
public readonly record struct BulkNews(WorkspaceId Workspace, int App, string PublicId, BulkStatus Before, BulkStatus After, DateTimeOffset SendAt);

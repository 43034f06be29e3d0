using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Sinch;

/// <summary>What the Sinch front door has of the origin (contracts/sinch.md §1).</summary>
internal static class SinchPaths
{
    public const string Project = "/v1/projects/{project_id}";

    /// <summary>Template management V2, which has a host of its own at Sinch's.</summary>
    public const string TemplatesProject = "/v2/projects/{project_id}";

    /// <summary>The Batch API, whose paths are the Conversation API's; it has a host of its own at Sinch's.</summary>
    public const string BatchPrefix = "/batch";

    public const string BatchProject = BatchPrefix + Project;

    public const string ProjectId = "project_id";

    public static readonly Prefix Tokens = new("/oauth2");

    public static readonly Prefix V1 = new("/v1");

    public static readonly Prefix V2 = new("/v2");

    public static readonly Prefix BatchV1 = new(BatchPrefix + "/v1");

    internal sealed record Prefix(string Path)
    {
        public bool Holds(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
    }
}

using Microsoft.AspNetCore.Http;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Requests;

/// <summary>
/// Which members a PATCH sets, in every spelling the SDKs send (contracts/sinch.md §2, "Field mask"): <c>update_mask=a,b</c>, repeated
/// <c>update_mask.paths=a</c>, <c>update_mask=a%2cb</c>. Without one, the members that the body has are set.
/// </summary>
internal sealed class UpdateMask
{
    private const string Parameter = "update_mask";
    private const string All = "*";

    /// <summary>The members that the body has are set.</summary>
    public static readonly UpdateMask None = new(null);

    private readonly HashSet<string>? _paths;

    private UpdateMask(HashSet<string>? paths) => _paths = paths;

    public static UpdateMask Of(HttpRequest request)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)[Parameter, "update_mask.paths"])
        {
            foreach (var value in request.Query[name])
            {
                paths.UnionWith((value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return paths.Count > 0 ? new UpdateMask(paths) : None;
    }

    /// <summary>A path that names no member of the resource is a slip that would otherwise go unnoticed.</summary>
    public void Check(ShapeFaults faults, IReadOnlyCollection<string> members)
    {
        foreach (var path in _paths ?? [])
        {
            var point = path.IndexOf('.', StringComparison.Ordinal);
            if (!string.Equals(path, All, StringComparison.Ordinal) && !members.Contains(point < 0 ? path : path[..point], StringComparer.Ordinal))
            {
                faults.Add(Parameter, $"must name members that can be updated: [{string.Join(", ", members)}]");
                return;
            }
        }
    }

    /// <summary>Whether the member is set. One that the mask names and the body has not is cleared; one that the mask does not name stays as it is.</summary>
    /// <param name="inBody">Whether the body has it, be it as <c>null</c>.</param>
    public bool Sets(string member, bool inBody) => _paths is null ? inBody : _paths.Contains(member) || _paths.Contains(All) || NamesPartOf(member);

    /// <summary><c>callback_settings.secret…</c> sets <c>callback_settings</c>.</summary>
    private bool NamesPartOf(string member) => _paths!.Any(path => path.StartsWith(member + ".", StringComparison.Ordinal));
}

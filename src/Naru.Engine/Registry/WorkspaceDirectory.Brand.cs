using System.Collections.Concurrent;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>The templates of Brand Messages.</summary>
public sealed partial class WorkspaceDirectory
{
    private readonly ConcurrentDictionary<(WorkspaceId Workspace, string Code), BrandTemplate> _brandTemplates = new();

    /// <summary>Those of an owner, oldest change first.</summary>
    /// <param name="owner">Null: of all.</param>
    public IReadOnlyList<BrandTemplate> BrandTemplatesOf(WorkspaceId workspace, BrandTemplateOwner? owner) =>
    [
        .. _brandTemplates.Values.Where(template => template.Workspace == workspace && (owner is null || template.Owner == owner))
            .OrderBy(template => template.ModifiedAt).ThenBy(template => template.Code, StringComparer.Ordinal),
    ];

    public BrandTemplate? FindBrandTemplate(WorkspaceId workspace, BrandTemplateOwner owner, string code) =>
        _brandTemplates.TryGetValue((workspace, code), out var template) && template.Owner == owner ? template : null;

    /// <summary>A new template; null where the workspace has gone meanwhile.</summary>
    public async ValueTask<BrandTemplate?> AddBrandTemplateAsync(
        WorkspaceId workspace, BrandTemplateOwner owner, string name, bool isAdult, BrandContent content, CancellationToken cancellationToken)
    {
        BrandTemplate? made = null;
        await ChangeAsync(
            () =>
            {
                if (!_workspaces.ContainsKey(workspace))
                {
                    return null;
                }

                made = new BrandTemplate(workspace, owner, NewUlid(), name, isAdult, content) { CreatedAt = _clock.Now, ModifiedAt = _clock.Now };
                return new DirectoryChange { BrandTemplates = { made } };
            },
            cancellationToken);
        return made;
    }

    /// <summary>Another wording in the place of the old; false where the owner has no such template.</summary>
    public ValueTask<bool> ReplaceBrandTemplateAsync(
        WorkspaceId workspace, BrandTemplateOwner owner, string code, string name, bool isAdult, BrandContent content, CancellationToken cancellationToken) => ChangeAsync(
        () => FindBrandTemplate(workspace, owner, code) is { } there
            ? new DirectoryChange { BrandTemplates = { there with { Name = name, IsAdult = isAdult, Content = content, ModifiedAt = _clock.Now } } }
            : null,
        cancellationToken);

    private void HideBrandTemplates(Func<BrandTemplate, bool> gone)
    {
        foreach (var (key, _) in _brandTemplates.Where(one => gone(one.Value)))
        {
            _brandTemplates.TryRemove(key, out _);
        }
    }
}

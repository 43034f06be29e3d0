using Naru.Core.Workspaces;

namespace Naru.Dialects.Sinch;

/// <summary>Who sent a request, and whose project it is about: always the same workspace.</summary>
internal readonly record struct SinchCaller(Workspace Workspace, Credential Credential);

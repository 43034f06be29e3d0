using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Dialects.Access;
using Naru.Engine;
using Naru.Engine.Registry;

namespace Naru.Dialects.Kakao;

/// <summary>The demo's well-known keys are good on this machine only.</summary>
internal sealed class KakaoDemo(WorkspaceDirectory workspaces, GatewayModeOptions mode)
{
    /// <summary>Why an app's credentials are not good from where they come; null where they are.</summary>
    public KakaoFault? Refuses(DevelopersApp app, HttpContext context) =>
        workspaces.FindWorkspace(app.Workspace) is { } workspace && !DemoCredentialRule.Refuses(workspace, mode, context)
            ? null
            : KakaoFault.Unauthorised(DemoCredentialRule.Reason);
}

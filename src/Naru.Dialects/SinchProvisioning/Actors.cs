using Naru.Core.Provisioning;
using Naru.Dialects.Sinch;

namespace Naru.Dialects.SinchProvisioning;

/// <summary>Who acts by this API, as the history shows it: the key.</summary>
internal static class Actors
{
    public static Actor Of(SinchCaller caller) => new(caller.Credential.Name, IsReviewer: false);
}

using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Engine.Ports;

namespace Naru.Dialects.Kakao.Errors;

/// <summary>Errors on Kakao's paths that are made before its operations are reached.</summary>
internal sealed class KakaoErrorWriter : IFrontDoorErrorWriter
{
    public bool Serves(PathString path) => KakaoPaths.IsLogin(path) || KakaoPaths.IsApi(path);

    public Task WriteAsync(HttpContext context, int status) => KakaoPaths.IsLogin(context.Request.Path)
        ? KakaoAnswer.WriteAsync(context, LoginFaultOf(status))
        : KakaoAnswer.WriteAsync(context, KakaoFaultOf(status));

    public static LoginFault LoginFaultOf(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => LoginFault.RateLimited,
        StatusCodes.Status400BadRequest or StatusCodes.Status408RequestTimeout or StatusCodes.Status413PayloadTooLarge => LoginFault.Malformed,
        _ => LoginFault.Trouble,
    };

    /// <summary>Kakao knows neither 429 nor 500 here: quota and internal error have codes of their own.</summary>
    public static KakaoFault KakaoFaultOf(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => KakaoFault.RequestQuota,
        StatusCodes.Status503ServiceUnavailable => KakaoFault.Maintenance,
        StatusCodes.Status408RequestTimeout => KakaoFault.TimedOut,
        StatusCodes.Status413PayloadTooLarge => KakaoFault.Parameter("the request is too large."),
        StatusCodes.Status400BadRequest => KakaoFault.Parameter("the request cannot be read."),
        _ => KakaoFault.Internal,
    };
}

namespace Naru.Core.Kakao;

/// <summary>An error of Kakao's REST API (contracts/kakao-developers.md §2). Clients go by the code; the text is information.</summary>
/// <param name="Code">Negative.</param>
/// <param name="Status">HTTP.</param>
public sealed record KakaoFault(int Code, int Status, string Message)
{
    /// <summary>Only of <see cref="InsufficientScopes"/>: the API that was called, and what it needs.</summary>
    public string? ApiType { get; init; }

    public IReadOnlyList<string> RequiredScopes { get; init; } = [];

    public IReadOnlyList<string> AllowedScopes { get; init; } = [];

    public static readonly KakaoFault Internal = new(-1, 400, "internal error. please retry.");
    public static readonly KakaoFault Restricted = new(-4, 403, "this account is restricted.");
    public static readonly KakaoFault NoPermission = new(-5, 403, "permission denied");
    public static readonly KakaoFault Policy = new(-6, 403, "this action is not allowed by the service policy.");
    public static readonly KakaoFault Troubled = new(-7, 400, "service is being checked or has an internal problem.");
    public static readonly KakaoFault BadHeader = new(-8, 400, "invalid request header.");
    public static readonly KakaoFault Discontinued = new(-9, 400, "this api is discontinued.");
    public static readonly KakaoFault RequestQuota = new(-10, 400, "API limit has been exceeded.");
    public static readonly KakaoFault SpendingLimit = new(-11, 400, "the spending limit of the paid api has been exceeded.");
    public static readonly KakaoFault Suspended = new(-12, 403, "this app or its developer account is suspended.");
    public static readonly KakaoFault NotLinked = new(-101, 400, "NotRegisteredUserException");
    public static readonly KakaoFault AlreadyLinked = new(-102, 400, "AlreadyRegisteredUserException");
    public static readonly KakaoFault NoAccount = new(-103, 400, "NotExistKakaoAccountException");
    public static readonly KakaoFault UnknownProperty = new(-201, 400, "the user property key is not registered.");
    public static readonly KakaoFault UnknownAppKey = new(-301, 400, "no app has this key.");
    public static readonly KakaoFault AgeNeeded = new(-405, 403, "required age verification.");
    public static readonly KakaoFault UnderAge = new(-406, 401, "this account is under the age limit.");
    public static readonly KakaoFault NoTalk = new(-501, 400, "given account is not connected to any talk user.");
    public static readonly KakaoFault NotAFriend = new(-502, 400, "the receiver is not a friend of the sender.");
    public static readonly KakaoFault UnsupportedDevice = new(-504, 400, "the receiver's device does not support this message.");
    public static readonly KakaoFault Refuses = new(-530, 400, "the receiver does not allow messages from this app.");
    public static readonly KakaoFault SenderMonthly = new(-531, 400, "monthly message limit per sender has been exceeded.");
    public static readonly KakaoFault SenderDaily = new(-532, 400, "daily message limit per sender has been exceeded.");
    public static readonly KakaoFault ReceiverDaily = new(-533, 400, "daily message limit per receiver has been exceeded.");
    public static readonly KakaoFault PairDaily = new(-536, 400, "daily message limit per sender and receiver has been exceeded.");
    public static readonly KakaoFault NoChannel = new(-541, 400, "the channel does not exist.");
    public static readonly KakaoFault BannedChannel = new(-544, 400, "the channel is banned.");
    public static readonly KakaoFault ImageTooLarge = new(-602, 400, "the image is too large.");
    public static readonly KakaoFault TimedOut = new(-603, 400, "timed out while the request was worked on.");
    public static readonly KakaoFault TooManyImages = new(-606, 400, "too many images.");
    public static readonly KakaoFault UnregisteredDeveloper = new(-903, 400, "the app key belongs to no registered developer.");
    public static readonly KakaoFault BadImage = new(-911, 400, "the image format is not supported.");
    public static readonly KakaoFault Maintenance = new(-9798, 503, "the service is under maintenance.");

    public static readonly KakaoFault NoToken = Unauthorised("this access token does not exist");
    public static readonly KakaoFault ExpiredToken = Unauthorised("this access token is already expired");
    public static readonly KakaoFault InvalidAppKey = Unauthorised("invalid app key.");
    public static readonly KakaoFault TokenTooLong = Parameter("too long for access token.");

    /// <summary>One of each code of the contract, for whoever wants to force one.</summary>
    public static readonly IReadOnlyList<KakaoFault> All =
    [
        Internal, Parameter("invalid parameter."), Disabled("app", "talk_message", "TALK_MESSAGE_SEND"), Restricted, NoPermission, Policy, Troubled, BadHeader, Discontinued,
        RequestQuota, SpendingLimit, Suspended, NotLinked, AlreadyLinked, NoAccount, UnknownProperty, UnknownAppKey, NoToken, InsufficientScopes("TALK_MESSAGE_SEND", ["talk_message"], []),
        AgeNeeded, UnderAge, NoTalk, NotAFriend, UnsupportedDevice, Refuses, SenderMonthly, SenderDaily, ReceiverDaily, PairDaily, NoChannel, BannedChannel,
        ImageTooLarge, TimedOut, TooManyImages, UnregisteredDeveloper, BadImage, Maintenance,
    ];

    public static KakaoFault Parameter(string text) => new(-2, 400, text);

    /// <summary>What Kakao answers for a JSON parameter that it cannot read, and where the fault is.</summary>
    public static KakaoFault Unreadable(string parameter, string? where = null) => Parameter(
        $"failed to parse parameter. name={parameter}, stringToParse=-, paramString=-, paramStringAlias=null" + (where is null ? "" : $". {where}"));

    public static KakaoFault Missing(string parameter) => Parameter($"The Parameter [{parameter}] cannot be null.");

    public static KakaoFault Empty(string parameter) => Parameter($"The Parameter [{parameter}] cannot be empty.");

    public static KakaoFault OutOfRange(string parameter, string rule) => Parameter($"Constraints on the parameter [{parameter}] are unsatisfied. {rule}");

    public static KakaoFault Unauthorised(string text) => new(-401, 401, text);

    /// <summary>The consent item is off, or "during use" where that does not reach.</summary>
    public static KakaoFault Disabled(string app, string scope, string apiType) =>
        new(-3, 403, $"[{app}] App disabled [{scope}] scopes for [{apiType}] API on developers.kakao.com. Enable it first.");

    public static KakaoFault InsufficientScopes(string apiType, IReadOnlyList<string> required, IReadOnlyList<string> allowed) =>
        new(-402, 403, "insufficient scopes.") { ApiType = apiType, RequiredScopes = required, AllowedScopes = allowed };
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Kakao.Login;
using Naru.Dialects.Kakao.OpenId;
using Naru.Dialects.Kakao.Share;
using Naru.Dialects.Kakao.Social;
using Naru.Dialects.Kakao.Talk;
using Naru.Dialects.Kakao.Users;
using Naru.Engine.Reference;

namespace Naru.Dialects.Kakao;

/// <summary>
/// The paths of the Kakao Developers door: kauth's tokens and kapi on one origin (contracts/kakao-developers.md §3 to §7). What people see of it, the consent
/// page and the share picker, is the console's.
/// </summary>
public static class KakaoRoutes
{
    public static IEndpointRouteBuilder MapKakao(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var door = services.GetRequiredService<KakaoDoor>();

        var login = routes.MapGroup("").WithTags("Kakao Developers: login");
        login.MapPost(KakaoPaths.Token, door.Login(services.GetRequiredService<GiveTokens>().HandleAsync)).Describe(KakaoReference.Token);
        login.Api("GET", KakaoPaths.Outcome, door.Login(services.GetRequiredService<AskOutcome>().HandleAsync), KakaoReference.Open(
            "Ask how a login in a window of its own ended",
            "`status` `ok` with `code`, or `error` with `error_code`: 300 while it goes on.",
            Parameter.Text("client_id", "The JavaScript key."),
            Parameter.Text("auth_tran_id", "As the login window was opened with."),
            Parameter.Text("ka", "As the `KA` header: who asks.")));
        login.MapOpenId(door, services.GetRequiredService<OpenIdOperations>());

        routes.MapGroup("").WithTags("Kakao Developers: users").MapUsers(door, services.GetRequiredService<UserOperations>());

        routes.MapGroup("").WithTags("Kakao Developers: messages").MapMessages(door, services.GetRequiredService<MessageOperations>());
        routes.MapGroup("").WithTags("Kakao Developers: friends and channels").MapSocial(door, services.GetRequiredService<SocialOperations>());

        routes.MapGroup("").WithTags("Kakao Developers: sharing").MapShare(door, services.GetRequiredService<ShareOperations>());

        foreach (var prefix in KakaoPaths.ApiPrefixes)
        {
            routes.Map(prefix + "/{**path}", door.Unknown()).ExcludeFromDescription();
        }

        return routes;
    }

    private static void MapOpenId(this IEndpointRouteBuilder group, KakaoDoor door, OpenIdOperations openId)
    {
        group.Api("GET", KakaoPaths.Configuration, door.Login(openId.ConfigurationAsync), KakaoReference.Open("Find the login's addresses", "OpenID Connect's description of this server."));
        group.Api("GET", KakaoPaths.Keys, door.Login(openId.KeysAsync), KakaoReference.Open("Read the keys of id tokens", "A JSON Web Key Set."));
        group.Api("POST", KakaoPaths.TokenInfo, door.Login(openId.TokenInfoAsync), KakaoReference.Open("Look into an id token", "What it says, where its signature and time are good.").WithForm());
        foreach (var method in new[] { "GET", "POST" })
        {
            group.Api(method, KakaoPaths.UserInfo, door.OfToken(OpenIdOperations.UserInfoAsync), KakaoReference.OfToken("Read the person by OpenID Connect", "The claims that the person agreed to."));
        }
    }

    private static void MapUsers(this IEndpointRouteBuilder group, KakaoDoor door, UserOperations users)
    {
        group.Api("GET", "/v1/user/access_token_info", door.OfToken(users.TokenInfoAsync), KakaoReference.OfToken("Look at an access token", "Whose it is, of which app, and for how many seconds."));
        foreach (var method in new[] { "GET", "POST" })
        {
            group.Api(method, "/v2/user/me", door.OfUser(users.MeAsync), KakaoReference.OfUser(
                "Read the person", "What the person lets the app know.", Parameter.Text("property_keys", "A JSON array such as `[\"kakao_account.email\"]`: only these.")));
        }

        group.Api("POST", "/v1/user/logout", door.OfUser(users.LogOutAsync), KakaoReference.OfUser("Log out", "The person's id; the tokens of this login are no good any more.").WithForm());
        group.Api("POST", "/v1/user/unlink", door.OfUser(users.UnlinkAsync), KakaoReference.OfUser("Unlink", "The person's id; the connection is gone, with tokens and consents.").WithForm());
        group.Api("GET", "/v2/user/scopes", door.OfUser(users.ScopesAsync), KakaoReference.OfUser(
            "Read consents", "The app's consent items and which of them are agreed to.", Parameter.Text("scopes", "A JSON array: only these.")));
        group.Api("POST", "/v2/user/revoke/scopes", door.OfUser(users.RevokeScopesAsync), KakaoReference.OfUser("Take consents back", "As for reading.").WithForm());
        group.Api("POST", "/v1/user/signup", door.OfUser(users.SignUpAsync), KakaoReference.OfUser("Connect by hand", "Never: people are connected when they log in, so -102.").WithForm());
        group.Api("POST", "/v1/user/update_profile", door.OfUser(users.UpdateProfileAsync), KakaoReference.OfUser("Keep properties of the person", "The person's id.").WithForm());
    }

    private static void MapMessages(this IEndpointRouteBuilder group, KakaoDoor door, MessageOperations messages)
    {
        const string Memo = "/v2/api/talk/memo", Friends = "/v1/api/talk/friends/message";
        const string MemoSent = "`result_code` 0.", FriendsSent = "`successful_receiver_uuids`, and `failure_info` where some were not reached.";
        group.Api("POST", Memo + "/default/send", door.OfToken(messages.MemoDefaultAsync), KakaoReference.OfToken("Send a default template to oneself", MemoSent).WithForm());
        group.Api("POST", Memo + "/scrap/send", door.OfToken(messages.MemoScrapAsync), KakaoReference.OfToken("Send a scraped page to oneself", MemoSent).WithForm());
        group.Api("POST", Memo + "/send", door.OfToken(messages.MemoCustomAsync), KakaoReference.OfToken("Send a custom template to oneself", MemoSent).WithForm());
        group.Api("POST", Friends + "/default/send", door.OfToken(messages.FriendsDefaultAsync), KakaoReference.OfToken("Send a default template to friends", FriendsSent).WithForm());
        group.Api("POST", Friends + "/scrap/send", door.OfToken(messages.FriendsScrapAsync), KakaoReference.OfToken("Send a scraped page to friends", FriendsSent).WithForm());
        group.Api("POST", Friends + "/send", door.OfToken(messages.FriendsCustomAsync), KakaoReference.OfToken("Send a custom template to friends", FriendsSent).WithForm());
    }

    private static void MapSocial(this IEndpointRouteBuilder group, KakaoDoor door, SocialOperations social)
    {
        group.Api("GET", "/v1/api/talk/profile", door.OfToken(social.ProfileAsync), KakaoReference.OfToken("Read the KakaoTalk profile", "Name and pictures, as far as they are agreed to."));
        foreach (var path in new[] { "/v1/api/talk/friends", "/v1/friends" })
        {
            group.Api("GET", path, door.OfToken(social.FriendsAsync), KakaoReference.OfToken(
                "List friends",
                "Those whom the app may see, with their uuids.",
                Parameter.Number("offset", "How many are skipped.", 0, null, 0),
                Parameter.Number("limit", "How many at most.", 1, 100, 10),
                Parameter.Word("order", "Up or down.", ["asc", "desc"]),
                Parameter.Word("friend_order", "By what.", ["favorite", "nickname", "age"])));
        }

        group.Api("GET", "/v2/api/talk/channels", door.OfUser(social.ChannelsAsync), KakaoReference.OfUser(
            "Read which channels are added", "The app's channels and the person's relation to each.", Parameter.Text("channel_ids", "Public ids with commas between: only these.")));
        group.Api("GET", "/v1/api/talk/channels", door.OfUser(social.ChannelsV1Async), KakaoReference.OfUser(
            "Read which channels are added, first version", "As the second version.", Parameter.Text("channel_public_ids", "A JSON array of public ids: only these.")));
        group.Api("POST", "/v1/app/validate/sdk", door.OfApp(social.ValidateSdkAsync), KakaoReference.OfApp("Ask whether an SDK may open a channel", "An empty object.").WithForm());
    }

    private static void MapShare(this IEndpointRouteBuilder group, KakaoDoor door, ShareOperations share)
    {
        const string Templates = "/v2/api/kakaolink/talk/template", Images = "/v2/api/talk/message/image";
        const string Validated = "What the SDKs open KakaoTalk or the share picker with; `warning_msg` names links that are left out.";
        var version = Parameter.Word("link_ver", "Needed; the form's is read too.", ["4.0"]);
        foreach (var method in new[] { "GET", "POST" })
        {
            group.Api(method, Templates + "/default", door.OfApp(share.DefaultAsync), KakaoReference.OfApp("Validate a share of a default template", Validated, version, Parameter.Text("template_object", "JSON.")));
            group.Api(method, Templates + "/scrap", door.OfApp(share.ScrapAsync), KakaoReference.OfApp("Validate a share of a page", Validated, version, Parameter.Text("request_url", "The page.")));
            group.Api(method, Templates + "/validate", door.OfApp(share.CustomAsync), KakaoReference.OfApp("Validate a share of a custom template", Validated, version, Parameter.Text("template_id", "Of the app.")));
        }

        group.Api("POST", Images + "/upload", door.OfApp(share.UploadAsync), KakaoReference.OfApp("Upload an image", "Its address, type and size.").WithFile());
        group.Api("POST", Images + "/scrap", door.OfApp(share.FetchAsync), KakaoReference.OfApp("Have an image fetched", "Its address here, type and size.").WithForm());
        group.Api("DELETE", Images + "/delete", door.OfApp(share.DeleteAsync), KakaoReference.OfApp("Delete an image", "An empty object.", Parameter.Text("image_url", "As it was answered.")));
    }

    public static void Api(this IEndpointRouteBuilder group, string method, string path, RequestDelegate handle, Operation described) =>
        group.MapMethods(path, [method], handle).Describe(described);
}

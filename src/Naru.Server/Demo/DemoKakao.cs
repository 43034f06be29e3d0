using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Core.Messages;
using Naru.Engine.Kakao;
using Naru.Engine.Registry;

namespace Naru.Server.Demo;

/// <summary>The demo's app and people, the first time: fixed for documents and tests.</summary>
internal sealed class DemoKakao(KakaoDirectory directory, WorkspaceDirectory workspaces) : IKakaoFurnisher
{
    public const long AppId = 1001;
    public const string RestKey = "demo-rest-key";
    public const string JavaScriptKey = "demo-javascript-key";
    public const string NativeKey = "demo-native-key";
    public const string AdminKey = "demo-admin-key";

    private const long First = 3_000_000_001;

    /// <summary>The first three are the team; the last has no KakaoTalk, the one before it an old one.</summary>
    private static readonly (string Name, string Phone)[] s_people =
    [
        ("김나루", "821000000101"), ("이하늘", "821000000102"), ("박바다", "821000000103"), ("최보라", "821000000104"), ("정도윤", "821000000105"), ("한지우", "821000000106"),
    ];

    public async ValueTask FurnishAsync(CancellationToken cancellationToken)
    {
        if (workspaces.FindWorkspace(DemoCredentials.ProjectId) is { } workspace)
        {
            await directory.ChangeAsync(
                () => directory.FindApp(AppId) is null && directory.PeopleOf(workspace.Id).Count == 0 ? Everything(workspace.Id) : null, cancellationToken);
        }
    }

    private KakaoChange Everything(Core.Workspaces.WorkspaceId workspace)
    {
        var change = new KakaoChange
        {
            Apps =
            {
                new DevelopersApp(AppId, workspace, "나루 데모", new AppKeys(NativeKey, RestKey, JavaScriptKey, AdminKey), directory.Now)
                {
                    OpenIdOn = true,
                    SiteUrl = "http://localhost:3000",
                    RedirectUris = ["http://localhost:3000/callback", "http://localhost:3000/auth/callback/kakao"],
                    WebDomains = ["http://localhost:3000", "http://localhost:8080", "http://127.0.0.1:8080"],
                    Members = [First, First + 1, First + 2],
                    Consents = new Dictionary<string, ConsentLevel>(StringComparer.Ordinal)
                    {
                        [ConsentItem.Nickname] = ConsentLevel.Required,
                        [ConsentItem.ProfileImage] = ConsentLevel.Optional,
                        [ConsentItem.Email] = ConsentLevel.Optional,
                        [ConsentItem.Friends] = ConsentLevel.DuringUse,
                        [ConsentItem.Message] = ConsentLevel.DuringUse,
                        [ConsentItem.Channels] = ConsentLevel.Optional,
                    },
                    Channels = [new LinkedChannel("_narudemo", DemoCredentials.ChannelName)],
                },
            },
            Templates =
            {
                new CustomTemplate(
                    directory.NextTemplate(), AppId, "Welcome",
                    """{"object_type":"feed","content":{"title":"${NAME}님, 환영합니다","description":"${ME}님이 보낸 초대예요.","link":{"web_url":"http://localhost:3000/${PAGE}","mobile_web_url":"http://localhost:3000/${PAGE}"}},"buttons":[{"title":"열어 보기","link":{"web_url":"http://localhost:3000/${PAGE}","mobile_web_url":"http://localhost:3000/${PAGE}"}}]}""",
                    1, directory.Now),
            },
        };
        for (var at = 0; at < s_people.Length; at++)
        {
            var me = at;
            change.People.Add(new Person(First + at, workspace, s_people[at].Name, Recipient.Parse(s_people[at].Phone))
            {
                Email = $"person{at + 1}@naru.example",
                BirthYear = 1990 + at,
                Birthday = $"0{at + 1}15",
                Gender = at % 2 == 0 ? "female" : "male",
                HasTalk = at != s_people.Length - 1,
                TalkVersion = at == s_people.Length - 2 ? "9.1.5" : "25.8.0",
                Friends = [.. Enumerable.Range(0, s_people.Length).Where(other => other != me).Select(other => new Friend(First + other, Favourite: other == (me + 1) % 3))],
                Rooms = ["나루 모임"],
                Channels = new Dictionary<string, bool>(StringComparer.Ordinal) { ["_narudemo"] = true },
            });
        }

        return change;
    }
}

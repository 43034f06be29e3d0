namespace Naru.Core.Kakao;

/// <summary>How an app asks for a consent item. Numbers are stored: never renumber.</summary>
public enum ConsentLevel : byte
{
    Off = 0,

    /// <summary>On the consent page, not ticked.</summary>
    Optional = 1,

    /// <summary>On the consent page, without a choice.</summary>
    Required = 2,

    /// <summary>Asked for by an extra <c>scope</c> when it is needed, never at the first login.</summary>
    DuringUse = 3,
}

/// <summary>Something that a person lets an app have or do (contracts/kakao-developers.md §3).</summary>
/// <param name="Id">As in <c>scope</c>.</param>
/// <param name="IsService">Kakao's <c>SERVICE</c>: something to do; else <c>PRIVACY</c>: something to know.</param>
public sealed record ConsentItem(string Id, string Korean, string English, bool IsService)
{
    public const string Nickname = "profile_nickname";
    public const string ProfileImage = "profile_image";
    public const string Email = "account_email";
    public const string Friends = "friends";
    public const string Message = "talk_message";
    public const string Channels = "plusfriends";

    public static readonly IReadOnlyList<ConsentItem> All =
    [
        new(Nickname, "닉네임", "Nickname", false),
        new(ProfileImage, "프로필 사진", "Profile picture", false),
        new(Email, "카카오계정(이메일)", "Kakao Account (e-mail)", false),
        new("name", "이름", "Name", false),
        new("gender", "성별", "Gender", false),
        new("age_range", "연령대", "Age range", false),
        new("birthday", "생일", "Birthday", false),
        new("birthyear", "출생 연도", "Year of birth", false),
        new("phone_number", "카카오계정(전화번호)", "Kakao Account (phone number)", false),
        new(Friends, "카카오 서비스 내 친구목록(프로필사진, 닉네임, 즐겨찾기 포함)", "List of friends in Kakao services (profile picture, nickname, favourites)", false),
        new(Message, "카카오톡 메시지 전송", "Send messages in KakaoTalk", true),
        new("talk_calendar", "톡캘린더 및 일정 생성, 조회, 편집/삭제", "Talk Calendar: create, read, change and delete events", true),
        new(Channels, "카카오톡 채널 추가 상태 및 내역", "KakaoTalk Channels: which are added", false),
    ];

    public static ConsentItem? Find(string id) => All.FirstOrDefault(item => item.Id == id);

    /// <summary>What a scope stands for: <c>profile</c> was split in two in 2021.</summary>
    public static IReadOnlyList<string> Expand(string scope) => scope == "profile" ? [Nickname, ProfileImage] : [scope];
}

namespace Naru.Dialects.SinchProvisioning.Senders;

/// <summary>The members of a sender's requests and answers.</summary>
internal static class SenderMembers
{
    public const string PlusFriendId = "plusFriendId";
    public const string Details = "details";
    public const string AdminPhone = "adminPhoneNo";
    public const string Name = "name";
    public const string Logo = "logoImage";
    public const string Top = "topLevelCategoryCode";
    public const string Mid = "midLevelCategoryCode";
    public const string Sub = "subLevelCategoryCode";
}

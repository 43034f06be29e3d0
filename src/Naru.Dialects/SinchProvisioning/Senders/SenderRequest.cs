using Naru.Core.Provisioning;
using Naru.Dialects.Json;
using Naru.Dialects.SinchProvisioning.Requests;

namespace Naru.Dialects.SinchProvisioning.Senders;

/// <summary>What a POST or PATCH says of a sender.</summary>
internal sealed class SenderRequest
{
    private const int MaxPlusFriendId = 30;
    private const int MaxPhone = 15;
    private const int MaxName = 512;
    private const int MaxUrl = 2048;

    public string PlusFriendId { get; private set; } = "";

    /// <summary>Whether there is an object of details.</summary>
    public bool HasDetails { get; private set; }

    /// <summary>Whether it has members.</summary>
    public bool SaysDetails { get; private set; }

    /// <summary>Null = not said.</summary>
    public bool? Submit { get; private set; }

    public bool SaveDraftOnFailure { get; private set; }

    private SenderForm Said { get; set; } = SenderForm.Empty;

    private bool RemovesLogo { get; set; }

    public static SenderRequest ReadCreate(ref StrictJson json)
    {
        var request = ReadUpdate(ref json);
        json.Require(request.PlusFriendId.Length > 0, SenderMembers.PlusFriendId);
        json.Require(request.HasDetails, SenderMembers.Details);
        return request;
    }

    public static SenderRequest ReadUpdate(ref StrictJson json)
    {
        var request = new SenderRequest();
        while (json.NextMember())
        {
            if (json.Is("plusFriendId"u8))
            {
                request.PlusFriendId = ReadName(ref json) ?? "";
            }
            else if (json.Is("details"u8))
            {
                request.ReadDetails(ref json);
            }
            else if (json.Is("status"u8))
            {
                request.Submit = json.Choice("status", WriteStatus.Choice);
            }
            else if (json.Is("saveDraftOnFailure"u8))
            {
                request.SaveDraftOnFailure = json.Boolean("saveDraftOnFailure") ?? false;
            }
            else
            {
                json.SkipMember();
            }
        }

        return request;
    }

    /// <summary>What was said, over what is there.</summary>
    public SenderForm Over(SenderForm there) => new(
        Said.AdminPhone ?? there.AdminPhone, Said.Name ?? there.Name, RemovesLogo ? null : Said.Logo ?? there.Logo, Said.Top ?? there.Top, Said.Mid ?? there.Mid,
        Said.Sub ?? there.Sub);

    /// <summary>With or without its <c>@</c>: it stands in paths and is shown, so nothing that is invisible or a blank.</summary>
    private static string? ReadName(ref StrictJson json)
    {
        var name = json.String(SenderMembers.PlusFriendId, MaxPlusFriendId, min: 1);
        var bare = name?.TrimStart('@');
        if (name is not null && (bare!.Length == 0 || name.Length - bare.Length > 1 || bare.Any(c => c is '@' or '/' || char.IsWhiteSpace(c) || char.IsControl(c))))
        {
            json.Fault(SenderMembers.PlusFriendId, "must be a search id, such as @shop");
        }

        return name;
    }

    private void ReadDetails(ref StrictJson json)
    {
        if (!json.BeginObject(SenderMembers.Details))
        {
            HasDetails = !json.IsNull;
            return;
        }

        HasDetails = true;
        while (json.NextMember())
        {
            SaysDetails = true;
            if (json.Is("adminPhoneNo"u8))
            {
                Said = Said with { AdminPhone = json.String(SenderMembers.AdminPhone, MaxPhone, min: 1) };
            }
            else if (json.Is("name"u8))
            {
                Said = Said with { Name = json.String(SenderMembers.Name, MaxName, min: 1) };
            }
            else if (json.Is("logoImage"u8))
            {
                Said = Said with { Logo = ImageUrl.Read(ref json, SenderMembers.Logo, MaxUrl) };
                RemovesLogo = Said.Logo is null;
            }
            else if (json.Is("topLevelCategoryCode"u8))
            {
                Said = Said with { Top = json.String(SenderMembers.Top, SenderCategories.TopDigits, SenderCategories.TopDigits) };
            }
            else if (json.Is("midLevelCategoryCode"u8))
            {
                Said = Said with { Mid = json.String(SenderMembers.Mid, SenderCategories.MidDigits, SenderCategories.MidDigits) };
            }
            else if (json.Is("subLevelCategoryCode"u8))
            {
                Said = Said with { Sub = json.String(SenderMembers.Sub, SenderCategories.SubDigits, SenderCategories.SubDigits) };
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }
}

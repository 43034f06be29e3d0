using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Dialects.Json;
using Naru.Dialects.SinchProvisioning.Requests;

namespace Naru.Dialects.SinchProvisioning.Templates;

/// <summary>What a POST or PATCH says of a template, with Sinch's own limits (contracts/sinch.md §7); KakaoTalk's are checked afterwards.</summary>
internal sealed class TemplateRequest
{
    private const string Details = "details";
    private const int MaxUrl = 2048;

    private readonly List<Func<TemplateDetails, TemplateDetails>> _changes = [];

    public bool HasDetails { get; private set; }

    /// <summary>Whether anything of the wording is said.</summary>
    public bool SaysDetails => _changes.Count > 0;

    public string? Name { get; private set; }

    public string? Text { get; private set; }

    public string? Language { get; private set; }

    public string? Category { get; private set; }

    /// <summary>Null = not said.</summary>
    public bool? Submit { get; private set; }

    public bool SaveDraftOnFailure { get; private set; }

    public static TemplateRequest ReadCreate(ref StrictJson json)
    {
        var request = ReadUpdate(ref json);
        json.Require(request.HasDetails, Details);
        if (request.HasDetails)
        {
            json.Require(request.Name is not null, Details + ".name");
            json.Require(request.Language is not null, Details + ".language");
            json.Require(request.Text is not null, Details + ".content");
        }

        return request;
    }

    public static TemplateRequest ReadUpdate(ref StrictJson json)
    {
        var request = new TemplateRequest();
        while (json.NextMember())
        {
            if (json.Is("details"u8))
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
    public TemplateDetails Over(TemplateDetails there) => _changes.Aggregate(there, static (details, change) => change(details));

    private void ReadDetails(ref StrictJson json)
    {
        if (!json.BeginObject(Details))
        {
            HasDetails = !json.IsNull;
            return;
        }

        HasDetails = true;
        while (json.NextMember())
        {
            if (!ReadWording(ref json) && !ReadSetting(ref json))
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private bool ReadWording(ref StrictJson json)
    {
        if (json.Is("name"u8))
        {
            Name = json.String("name", 150, min: 1);
            Set(Name, static (details, name) => details with { Name = name });
        }
        else if (json.Is("content"u8))
        {
            Text = json.String("content", 1000, min: 1);
            Set(Text, static (details, text) => details with { Text = text });
        }
        else if (json.Is("extra"u8))
        {
            var extra = json.String("extra", 500, min: 1);
            _changes.Add(details => details with { Extra = extra });
        }
        else if (json.Is("title"u8))
        {
            var title = json.String("title", 50, min: 1);
            _changes.Add(details => details with { Title = title });
        }
        else if (json.Is("subtitle"u8))
        {
            var subtitle = json.String("subtitle", 50, min: 1);
            _changes.Add(details => details with { Subtitle = subtitle });
        }
        else if (json.Is("imageName"u8))
        {
            var name = json.String("imageName", 250, min: 1);
            _changes.Add(details => details with { ImageName = name });
        }
        else if (json.Is("imageUrl"u8))
        {
            var url = ImageUrl.Read(ref json, "imageUrl", MaxUrl);
            _changes.Add(details => details with { ImageUrl = url });
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool ReadSetting(ref StrictJson json)
    {
        if (json.Is("language"u8))
        {
            Language = json.String("language", 10, min: 1);
            Set(Language, static (details, language) => details with { Language = language });
        }
        else if (json.Is("messageType"u8))
        {
            Set(json.Choice("messageType", TemplateWords.Kinds), static (details, kind) => details with { Kind = kind });
        }
        else if (json.Is("emphasizeType"u8))
        {
            Set(json.Choice("emphasizeType", TemplateWords.Emphases), static (details, emphasis) => details with { Emphasis = emphasis });
        }
        else if (json.Is("categoryCode"u8))
        {
            Category = json.String("categoryCode", 6, min: 1);
            Set(Category, static (details, code) => details with { CategoryCode = code });
        }
        else if (json.Is("securityFlag"u8))
        {
            Set(json.Boolean("securityFlag"), static (details, security) => details with { Security = security });
        }
        else if (json.Is("buttons"u8))
        {
            IReadOnlyList<Button> buttons = TemplateButtons.Read(ref json, "buttons");
            _changes.Add(details => details with { Buttons = buttons });
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>What cannot be taken away stays where <c>null</c> is said.</summary>
    private void Set<T>(T? said, Func<TemplateDetails, T, TemplateDetails> change)
        where T : class
    {
        if (said is { } value)
        {
            _changes.Add(details => change(details, value));
        }
    }

    private void Set<T>(T? said, Func<TemplateDetails, T, TemplateDetails> change)
        where T : struct
    {
        if (said is { } value)
        {
            _changes.Add(details => change(details, value));
        }
    }
}

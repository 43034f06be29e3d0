namespace Naru.Core.Templates.Linting;

/// <summary>Title, subtitle and image.</summary>
internal static class EmphasisRules
{
    private static readonly LintRule TitleUnasked = new(
        "title-without-emphasis", Severity.Error,
        new("제목과 보조 제목은 강조 표기형에만 쓸 수 있습니다.", "Title and subtitle belong to the emphasis TEXT."), "rules §1.2") { Predicts = ["3028", "3030"], DealerCodes = ["-3027"] };

    private static readonly LintRule TitleMissing = new(
        "title-missing", Severity.Error, new("강조 표기형에는 제목이 있어야 합니다.", "The emphasis TEXT needs a title."), "rules §1.2") { Predicts = ["3028"] };

    private static readonly LintRule TitleTooLong = new(
        "title-too-long", Severity.Error, new("강조 제목은 50자까지입니다.", "The emphasised title has at most 50 characters."), "rules §1.2") { Predicts = ["3029"] };

    private static readonly LintRule TitleCut = new(
        "title-cut-off", Severity.Hint, new("강조 제목은 23자를 넘으면 잘려 보입니다.", "A title of more than 23 characters is cut off."), "rules §1.2");

    private static readonly LintRule SubtitleMissing = new(
        "subtitle-missing", Severity.Error, new("강조 표기형에는 보조 제목이 있어야 합니다.", "The emphasis TEXT needs a subtitle."), "rules §1.2");

    private static readonly LintRule SubtitleTooLong = new(
        "subtitle-too-long", Severity.Error, new("보조 제목은 50자까지입니다.", "The subtitle has at most 50 characters."), "rules §1.2");

    private static readonly LintRule SubtitleCut = new(
        "subtitle-cut-off", Severity.Hint, new("보조 제목은 18자를 넘으면 잘려 보입니다.", "A subtitle of more than 18 characters is cut off."), "KakaoTalk's production guide 2-2");

    private static readonly LintRule SubtitleVariable = new(
        "subtitle-variable", Severity.Error, new("보조 제목에는 변수를 쓸 수 없습니다.", "A subtitle holds no variables."), "rules §1.2") { DealerCodes = ["-3017"] };

    private static readonly LintRule StrikeMark = new(
        "title-strike-mark", Severity.Error,
        new(@"취소선 표시 \s 는 등록할 때가 아니라 보낼 때 붙입니다.", @"The mark \s that strikes a title through is added when sending, not registered."), "rules §1.2")
    {
        Predicts = ["3028", "3033"], DealerCodes = ["-3047"],
    };

    private static readonly LintRule ImageMissing = new(
        "image-missing", Severity.Error, new("이미지형에는 이미지가 있어야 합니다.", "The emphasis IMAGE needs an image."), "rules §1.2") { DealerCodes = ["-3032"] };

    private static readonly LintRule ImageUnasked = new(
        "image-without-emphasis", Severity.Warning,
        new("이미지는 이미지형과 아이템 리스트형에만 보입니다.", "An image is only shown with IMAGE and ITEM_LIST."), "rules §1.2");

    private static readonly LintRule ImageMalformed = new(
        "image-malformed", Severity.Error, new("이미지는 jpg나 png의 주소입니다.", "An image is the address of a JPEG or PNG."), "rules §1.2");

    public static readonly LintRule[] All =
        [TitleUnasked, TitleMissing, TitleTooLong, TitleCut, SubtitleMissing, SubtitleTooLong, SubtitleCut, SubtitleVariable, StrikeMark, ImageMissing, ImageUnasked, ImageMalformed];

    private static readonly string[] s_otherTypes = [".gif", ".webp", ".bmp", ".svg", ".tif", ".tiff", ".heic", ".pdf", ".mp4"];

    public static void Check(LintRun run)
    {
        var template = run.Template;
        if (template.Emphasis == Emphasis.Text)
        {
            CheckTitles(run);
        }
        else if (!string.IsNullOrEmpty(template.Title) || !string.IsNullOrEmpty(template.Subtitle))
        {
            run.Add(
                TitleUnasked, string.IsNullOrEmpty(template.Title) ? "subtitle" : "title",
                new("이 강조 유형에는 제목과 보조 제목을 쓸 수 없습니다.", "This emphasis has no title and no subtitle."),
                new("강조 유형을 TEXT로 바꾸거나 제목을 지우십시오.", "Choose the emphasis TEXT, or take the title away."));
        }

        CheckMark(run, "title", template.Title);
        CheckMark(run, "highlight.title", template.Highlight?.Title);
        CheckImages(run);
    }

    private static void CheckTitles(LintRun run)
    {
        var template = run.Template;
        if (string.IsNullOrWhiteSpace(template.Title))
        {
            run.Add(TitleMissing, "title", new("강조 제목이 비어 있습니다.", "The emphasised title is empty."), new("본문에서 강조할 내용을 적으십시오.", "Write what the text is to stress."));
        }

        if (string.IsNullOrWhiteSpace(template.Subtitle))
        {
            run.Add(
                SubtitleMissing, "subtitle", new("보조 제목이 비어 있습니다. 제목과 함께 등록해야 합니다.", "The subtitle is empty; it is registered together with the title."),
                new("제목이 무엇인지 설명하는 보조 제목을 적으십시오.", "Say what the title is about."));
        }

        run.AddTooLong(TitleTooLong, "title", template.Title, run.Rules.MaxTitle, "강조 제목", "Emphasised title");
        run.AddTooLong(SubtitleTooLong, "subtitle", template.Subtitle, AlimTalkLimits.Subtitle, "보조 제목", "Subtitle");
        run.AddVariable(SubtitleVariable, "subtitle", template.Subtitle, "보조 제목", "A subtitle");
        CheckCut(run, TitleCut, "title", template.Title, AlimTalkLimits.TitleShown, run.Rules.MaxTitle);
        CheckCut(run, SubtitleCut, "subtitle", template.Subtitle, AlimTalkLimits.SubtitleShown, AlimTalkLimits.Subtitle);
    }

    private static void CheckCut(LintRun run, LintRule rule, string place, string? text, int shown, int limit)
    {
        if (text?.Length > shown && text.Length <= limit && new LintText(place, text) is var parsed && parsed.Masked.Count(c => c != LintText.Mask) > shown)
        {
            run.Add(
                rule, place, shown, text.Length - shown,
                new($"안드로이드에서는 {shown}자 뒤가 잘려 보입니다.", $"Android cuts it off behind {shown} characters."), new("더 짧게 적으십시오.", "Shorten it."));
        }
    }

    private static void CheckMark(LintRun run, string place, string? title)
    {
        if (title is not null && StruckTitle.IsStruck(title))
        {
            run.Add(
                StrikeMark, place, title.Length - StruckTitle.Mark.Length, StruckTitle.Mark.Length,
                new(@"등록하는 제목은 \s 로 끝날 수 없습니다.", @"A registered title cannot end with \s."),
                new(@"\s 를 지우고, 보낼 때 제목 끝에 붙이십시오.", @"Delete it, and end the title of a message with \s."));
        }
    }

    private static void CheckImages(LintRun run)
    {
        var template = run.Template;
        if (template.Emphasis == Emphasis.Image && string.IsNullOrWhiteSpace(template.ImageUrl))
        {
            run.Add(ImageMissing, "imageUrl", new("이미지형인데 이미지가 없습니다.", "The emphasis is IMAGE, and there is no image."), new("2:1 비율의 이미지를 올리십시오.", "Upload an image twice as wide as high."));
        }

        if (template.Emphasis is Emphasis.None or Emphasis.Text && !string.IsNullOrEmpty(template.ImageUrl))
        {
            run.Add(
                ImageUnasked, "imageUrl", new("이 강조 유형에서는 이미지가 보이지 않습니다.", "With this emphasis the image is not shown."),
                new("강조 유형을 IMAGE로 바꾸거나 이미지를 지우십시오.", "Choose the emphasis IMAGE, or take the image away."));
        }

        CheckImage(run, "imageUrl", template.ImageUrl);
        CheckImage(run, "highlight.imageUrl", template.Highlight?.ImageUrl);
    }

    private static void CheckImage(LintRun run, string place, string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return;
        }

        var path = url.Split('?', '#')[0];
        if (!HttpLinks.IsOne(url) || s_otherTypes.Any(type => path.EndsWith(type, StringComparison.OrdinalIgnoreCase)))
        {
            run.Add(
                ImageMalformed, place, new("이미지는 http(s) 주소의 jpg나 png여야 합니다.", "The image has to be a JPEG or PNG at an http(s) address."),
                new("jpg나 png로 바꾸어 올리십시오.", "Upload it as JPEG or PNG."));
        }
    }
}

namespace Naru.Console.Text;

/// <summary>The template editor: the parts of a template, what is found in them, how it looks.</summary>
public abstract class EditorWords
{
    public abstract string Optional { get; }

    public abstract string Length { get; }

    public abstract string Code { get; }

    public abstract string CodeHelp(int limit);

    public abstract string CodeBad(int limit);

    public abstract string Name { get; }

    public abstract string NameHelp { get; }

    public abstract string NameNeeded(int limit);

    public abstract string Category { get; }

    public abstract string CategoryHelp { get; }

    public abstract string CategoryBad { get; }

    public abstract string Kind { get; }

    public abstract string Basic { get; }

    public abstract string WithExtra { get; }

    public abstract string WithInvitation { get; }

    public abstract string Mixed { get; }

    public abstract string Emphasis { get; }

    public abstract string EmphasisNone { get; }

    public abstract string EmphasisText { get; }

    public abstract string EmphasisImage { get; }

    public abstract string EmphasisList { get; }

    public abstract string Title { get; }

    public abstract string TitleHelp { get; }

    public abstract string Subtitle { get; }

    public abstract string NoVariables { get; }

    public abstract string ImageUrl { get; }

    public abstract string ImageHelp { get; }

    public abstract string ImagesRefused { get; }

    public abstract string ImageName { get; }

    public abstract string Header { get; }

    public abstract string Highlight { get; }

    public abstract string HighlightTitle { get; }

    public abstract string HighlightDescription { get; }

    public abstract string Thumbnail { get; }

    public abstract string ThumbnailHelp { get; }

    public abstract string Items { get; }

    public abstract string ItemsHelp { get; }

    public abstract string ItemNumber(int number);

    public abstract string ItemTitle { get; }

    public abstract string ItemDescription { get; }

    public abstract string AddItem { get; }

    public abstract string Summary { get; }

    public abstract string SummaryDescription { get; }

    public abstract string SummaryHelp { get; }

    public abstract string Text { get; }

    public abstract string TextHelp { get; }

    public abstract string Extra { get; }

    public abstract string Buttons { get; }

    public abstract string ButtonsHelp { get; }

    public abstract string ButtonNumber(int number);

    public abstract string ButtonKind { get; }

    public abstract string ButtonName { get; }

    public abstract string OnlyCalled(string names);

    public abstract string AddButton { get; }

    public abstract string QuickReplies { get; }

    public abstract string QuickRepliesHelp { get; }

    public abstract string QuickReplyNumber(int number);

    public abstract string AddQuickReply { get; }

    public abstract string OpensOutside { get; }

    public abstract string ChatExtra { get; }

    public abstract string ChatEvent { get; }

    public abstract string PluginId { get; }

    public abstract string RelayId { get; }

    public abstract string OneClickId { get; }

    public abstract string ProductId { get; }

    public abstract string FormId { get; }

    public abstract string CallNumber { get; }

    public abstract string Link { get; }

    public abstract string LinkHelp { get; }

    public abstract string Security { get; }

    public abstract string SecurityHelp { get; }

    public abstract string SecurityShown { get; }

    public abstract string Yes { get; }

    public abstract string No { get; }

    public abstract string Remove { get; }

    public abstract string RemoveOf(string what);

    public abstract string UpOf(string what);

    public abstract string DownOf(string what);

    public abstract string Preview { get; }

    public abstract string Variables { get; }

    public abstract string NoVariablesFound { get; }

    public abstract string TrialHelp { get; }

    public abstract string TooLongOnceFilled(string place, int count, int limit);

    public abstract string TooLongToKeep(int limit);

    public abstract string Findings { get; }

    public abstract string NothingFound { get; }

    public abstract string Found(int errors, int warnings, int hints);

    public abstract string Error { get; }

    public abstract string Warning { get; }

    public abstract string Hint { get; }

    public abstract string WouldBeRejected { get; }

    public abstract string Check { get; }

    public abstract string CheckLost { get; }
}

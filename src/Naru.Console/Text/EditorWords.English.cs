namespace Naru.Console.Text;

internal sealed class EditorEnglish : EditorWords
{
    public override string Optional => "optional";

    public override string Length => "Characters:";

    public override string Code => "Template code";

    public override string CodeHelp(int limit) => $"At most {limit} letters, digits, _ and -. One is made where it is empty.";

    public override string CodeBad(int limit) => $"A code has at most {limit} letters, digits, _ and -.";

    public override string Name => "Name";

    public override string NameHelp => "One of its kind for the sender. Its readers do not see it.";

    public override string NameNeeded(int limit) => $"A name has 1 to {limit} characters.";

    public override string Category => "Category";

    public override string CategoryHelp => "KakaoTalk’s template category; 999999 (other) is reviewed last.";

    public override string CategoryBad => "A category has six digits.";

    public override string Kind => "Message type";

    public override string Basic => "Basic (BA)";

    public override string WithExtra => "Further information (EX)";

    public override string WithInvitation => "Invitation to add the channel (AD)";

    public override string Mixed => "Both (MI)";

    public override string Emphasis => "Emphasis";

    public override string EmphasisNone => "None";

    public override string EmphasisText => "Title";

    public override string EmphasisImage => "Image";

    public override string EmphasisList => "Item list";

    public override string Title => "Emphasised title";

    public override string TitleHelp => "May hold variables.";

    public override string Subtitle => "Subtitle";

    public override string NoVariables => "No variables.";

    public override string ImageUrl => "Image URL";

    public override string ImageHelp => "A JPEG or PNG, at least 500 px wide, twice as wide as high, at most 500 kB";

    public override string ImagesRefused => "Not handed in: an image cannot be used. See the findings at the image.";

    public override string ImageName => "Image name";

    public override string Header => "Header";

    public override string Highlight => "Highlight";

    public override string HighlightTitle => "Highlight title";

    public override string HighlightDescription => "Highlight description";

    public override string Thumbnail => "Thumbnail URL";

    public override string ThumbnailHelp => "Square, at least 108 px wide, at most 500 kB";

    public override string Items => "Items";

    public override string ItemsHelp => "Two to ten. No variables in their titles.";

    public override string ItemNumber(int number) => $"Item {number}";

    public override string ItemTitle => "Title";

    public override string ItemDescription => "Description";

    public override string AddItem => "Add an item";

    public override string Summary => "Summary";

    public override string SummaryDescription => "Amount";

    public override string SummaryHelp => "Variables, currencies, digits, commas and full stops only.";

    public override string Text => "Text";

    public override string TextHelp => "Write #{name} where it differs from message to message.";

    public override string Extra => "Further information";

    public override string Buttons => "Buttons";

    public override string ButtonsHelp => "At most five; two beside quick replies";

    public override string ButtonNumber(int number) => $"Button {number}";

    public override string ButtonKind => "Kind";

    public override string ButtonName => "Name";

    public override string OnlyCalled(string names) => $"It can only be called: {names}";

    public override string AddButton => "Add a button";

    public override string QuickReplies => "Quick replies";

    public override string QuickRepliesHelp => "At most ten, for channels with a bot or consultation";

    public override string QuickReplyNumber(int number) => $"Quick reply {number}";

    public override string AddQuickReply => "Add a quick reply";

    public override string OpensOutside => "Open in a browser outside KakaoTalk";

    public override string ChatExtra => "Data for the chat (chat_extra)";

    public override string ChatEvent => "Bot event (chat_event)";

    public override string PluginId => "Plugin id";

    public override string RelayId => "Relay id";

    public override string OneClickId => "One-click payment id";

    public override string ProductId => "Product id";

    public override string FormId => "Business form id";

    public override string CallNumber => "Phone number";

    public override string Link => "Link of the bubble";

    public override string LinkHelp => "Where a tap on the bubble leads";

    public override string Security => "Security message";

    public override string SecurityHelp => "Its text is hidden on every device but the main one.";

    public override string SecurityShown => "A security message: other devices do not show its text.";

    public override string Yes => "yes";

    public override string No => "no";

    public override string Remove => "Remove";

    public override string RemoveOf(string what) => $"Remove {what}";

    public override string UpOf(string what) => $"Move {what} up";

    public override string DownOf(string what) => $"Move {what} down";

    public override string Preview => "Preview";

    public override string Variables => "Variables";

    public override string NoVariablesFound => "There are no variables.";

    public override string TrialHelp => "Try values: the preview and the lengths follow. They are not stored.";

    public override string TooLongOnceFilled(string place, int count, int limit) => $"Once filled, {place} has {count:N0} characters; at most {limit:N0} are allowed.";

    public override string TooLongToKeep(int limit) => $"More than {limit:N0} characters cannot be stored.";

    public override string Findings => "Findings";

    public override string NothingFound => "Nothing breaks a rule.";

    public override string Found(int errors, int warnings, int hints) => $"{errors} errors, {warnings} warnings, {hints} hints";

    public override string Error => "Error";

    public override string Warning => "Warning";

    public override string Hint => "Hint";

    public override string WouldBeRejected => "Handed in as it is it would be rejected: see the findings.";

    public override string Check => "Check";

    public override string CheckLost => "It could not be checked. Look at the connection and press Check; what you wrote is still here.";
}

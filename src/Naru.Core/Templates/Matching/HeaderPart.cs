namespace Naru.Core.Templates.Matching;

internal static class HeaderPart
{
    public static AlimTalkFault? Fault(Comparison message) =>
        AlimTalkFault.TooLong("3032", "header", message.Parts.Header ?? "", AlimTalkLimits.Header)
        ?? message.Differs("3031", "header", message.Template.ItemList?.Header, message.Parts.Header);
}

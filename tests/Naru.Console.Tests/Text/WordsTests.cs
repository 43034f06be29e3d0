using System.Reflection;
using Naru.Console.Text;
using Naru.Core.Content;
using Naru.Core.Kakao.Templates;
using Naru.Core.Kakao.Templates.Building;
using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Console.Tests.Text;

public sealed class WordsTests
{
    public static readonly TheoryData<Language> Languages = [Language.Korean, Language.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_of_the_field_has_a_word(Language language)
    {
        var words = Words.In(language);

        All<MessageState>(state => MessageTerms.State(state, words.Messages));
        All<TimelineKind>(kind => MessageTerms.Line(kind, words.Messages));
        All<Channel>(channel => MessageTerms.ChannelName(channel, words.Messages));
        All<MessageClass>(messageClass => MessageTerms.Class(messageClass, words.Messages));
        All<EndReason>(reason => MessageTerms.End(reason, words.Messages) ?? "the code says it");
        All<BulkStatus>(status => BulkTerms.State(status, words.Bulks));
        All<ButtonKind>(kind => ButtonText.Kind(kind, words.Handset));
        All<WorkspaceKind>(kind => DirectoryTerms.Kind(kind, words.Directory));
        All<CredentialKind>(kind => DirectoryTerms.Kind(kind, words.Directory));
        All<SenderState>(state => DirectoryTerms.State(state, words.Directory));
        All<TemplateState>(state => DirectoryTerms.State(state, words.Directory));
        All<ActivityKind>(kind => ProvisioningTerms.Activity(kind, words.Provisioning));
        All<ProvisioningFault>(fault => ProvisioningTerms.Fault(fault, words.Provisioning));
        All<TemplateKind>(kind => EditorTerms.Kind(kind, words.Editor));
        All<Emphasis>(emphasis => EditorTerms.Emphasis(emphasis, words.Editor));
        All<Severity>(severity => EditorTerms.Severity(severity, words.Editor));

        All<EntryFaultKind>(kind => words.Kakao.FieldFault(new EntryFault("text", TemplateGroups.Of(TalkShape.Text)[0].Fields[0], kind)));
        All<TalkShape>(shape => words.Kakao.Shape(shape) + string.Concat(TemplateGroups.Of(shape).Select(group =>
            words.Kakao.Group(group) + string.Concat(group.Fields.Select(field => words.Kakao.Field(field) + words.Kakao.FieldHelp(field) + string.Concat(field.Choices.Select(choice => words.Kakao.FieldChoice(field, choice))))))));
        foreach (var fault in new[] { ShareFault.WrongKey, ShareFault.Quota, ShareFault.NoTalk, ShareFault.AccountSuspended, ShareFault.NotRegistered, ShareFault.AppSuspended, ShareFault.BadRequest("") })
        {
            words.Kakao.ShareHint(fault.Code).ShouldNotBeNullOrWhiteSpace(fault.Message);
        }

        All<ProcessingMode>(mode => AppTerms.Mode(mode, words.Apps));
        All<RetentionKind>(kind => AppTerms.Retention(kind, words.Apps));
        All<AppChannelStatus>(status => AppTerms.Status(status, words.Apps));
        All<ReportEvent>(happened => AppTerms.Event(happened, words.Subscriptions));

        static void All<T>(Func<T, string> word)
            where T : struct, Enum
        {
            foreach (var value in Enum.GetValues<T>())
            {
                word(value).ShouldNotBeNullOrWhiteSpace(value.ToString());
            }
        }
    }

    [Theory]
    [InlineData("김나루", "김나루로")]
    [InlineData("정도윤", "정도윤으로")]
    [InlineData("이하늘", "이하늘로")]
    [InlineData("demo", "demo(으)로")]
    [InlineData("", "(으)로")]
    public void The_particle_follows_the_end_of_the_name(string name, string with) => KoreanParticle.Ro(name).ShouldBe(with);

    [Fact]
    public void Korean_texts_are_Korean_and_English_ones_are_not()
    {
        foreach (var area in typeof(Words).GetProperties().Where(property => property.PropertyType.Name.EndsWith("Words", StringComparison.Ordinal)))
        {
            foreach (var text in area.PropertyType.GetProperties().Where(property => property.PropertyType == typeof(string)))
            {
                var korean = Read(Words.Korean, area, text);
                var english = Read(Words.English, area, text);
                english.Any(IsHangul).ShouldBeFalse($"{area.Name}.{text.Name}");
                if (korean != english)
                {
                    korean.Any(IsHangul).ShouldBeTrue($"{area.Name}.{text.Name}");
                }
            }
        }

        static string Read(Words words, PropertyInfo area, PropertyInfo text) => (string)text.GetValue(area.GetValue(words))!;

        static bool IsHangul(char character) => character is >= '가' and <= '힣';
    }

    [Theory]
    [InlineData("ko-KR,ko;q=0.9,en;q=0.8", "ko")]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("fr, ko;q=0.5, en;q=0.3", "ko")]
    [InlineData("ko;q=0, fr", "en")]
    [InlineData("kok-IN", "en")]
    public async Task The_browsers_wish_decides_the_language(string wish, string tag)
    {
        await using var host = await Hosting.ConsoleHost.StartAsync();
        using var visit = new Hosting.Visit(host);

        (await visit.ReadAsync("/handset", wish)).ShouldContain($"<html lang=\"{tag}\">");
    }
}

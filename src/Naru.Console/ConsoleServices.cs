using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Naru.Console.Access;
using Naru.Console.Carriers;
using Naru.Console.Handset;
using Naru.Console.Kakao;
using Naru.Console.Pages.Alarms;
using Naru.Console.Pages.Apps;
using Naru.Console.Pages.Bulks;
using Naru.Console.Pages.Carriers;
using Naru.Console.Pages.Messages;
using Naru.Console.Pages.Review;
using Naru.Console.Pages.Senders;
using Naru.Console.Pages.Templates;
using Naru.Console.Testing;
using Naru.Core.Templates;
using Naru.Engine.Images;
using Naru.Engine.Webhooks;

namespace Naru.Console;

public static class ConsoleServices
{
    /// <summary>
    /// What the pages need. Register the engine's services beside it; forms and sessions are signed with the data protection keys, which
    /// are to be kept where a restart finds them again.
    /// </summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleOptions? options = null)
    {
        services.AddRazorComponents();

        // Hangul stays Hangul on the wire: as character references a Korean page would be three times as long.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "naru-form";
            forms.Cookie.Path = "/console";
            forms.FormFieldName = Visitor.FormField;
        });
        services.AddSingleton(options ?? new ConsoleOptions());
        services.TryAddSingleton(InstallationReports.None);
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SignInLimit>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<MessageReader>(provider));
        services.TryAddSingleton<AppReader>();
        services.TryAddSingleton<AlarmReader>();
        services.TryAddSingleton<BulkChanges>();
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<CarrierReader>(provider));
        services.TryAddSingleton(AlimTalkRules.Default);
        services.TryAddSingleton<ImageInspector>();
        services.TryAddSingleton<CredentialReader>();
        services.TryAddSingleton<OperatorCaller>();
        services.TryAddSingleton<TemplateReader>();
        services.TryAddSingleton<TestSend>();
        services.TryAddSingleton<LogoCheck>();

        // By factory: outside the demo and test modes there is no handset to give it, and nothing asks for it.
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<HandsetReader>(provider));
        services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<ReviewReader>(provider));
        services.AddKakaoPages();
        return services;
    }
}

namespace Naru.Console.Text;

/// <summary>Every text of the pages, in one language. A text that a language lacks does not compile.</summary>
public abstract class Words
{
    public static readonly Words Korean = new KoreanWords();
    public static readonly Words English = new EnglishWords();

    public abstract Language Language { get; }

    /// <summary>For the <c>lang</c> attribute.</summary>
    public abstract string Tag { get; }

    public abstract HandsetWords Handset { get; }

    public abstract ShellWords Shell { get; }

    public abstract MessageWords Messages { get; }

    public abstract BulkWords Bulks { get; }

    public abstract WebhookWords Webhooks { get; }

    public abstract DirectoryWords Directory { get; }

    public abstract AppWords Apps { get; }

    public abstract SubscriptionWords Subscriptions { get; }

    public abstract ProvisioningWords Provisioning { get; }

    public abstract SenderWords Senders { get; }

    public abstract NumberWords Numbers { get; }

    public abstract TemplateWords Templates { get; }

    public abstract EditorWords Editor { get; }

    public abstract ReviewWords Review { get; }

    public abstract KakaoWords Kakao { get; }

    public abstract CarrierWords Carriers { get; }

    public abstract AlarmWords Alarms { get; }

    public static Words In(Language language) => language == Language.Korean ? Korean : English;

    private sealed class KoreanWords : Words
    {
        public override Language Language => Language.Korean;

        public override string Tag => "ko";

        public override HandsetWords Handset { get; } = new HandsetKorean();

        public override ShellWords Shell { get; } = new ShellKorean();

        public override MessageWords Messages { get; } = new MessageKorean();

        public override BulkWords Bulks { get; } = new BulkKorean();

        public override WebhookWords Webhooks { get; } = new WebhookKorean();

        public override DirectoryWords Directory { get; } = new DirectoryKorean();

        public override AppWords Apps { get; } = new AppKorean();

        public override SubscriptionWords Subscriptions { get; } = new SubscriptionKorean();

        public override ProvisioningWords Provisioning { get; } = new ProvisioningKorean();

        public override SenderWords Senders { get; } = new SenderKorean();

        public override NumberWords Numbers { get; } = new NumberKorean();

        public override TemplateWords Templates { get; } = new TemplateKorean();

        public override EditorWords Editor { get; } = new EditorKorean();

        public override ReviewWords Review { get; } = new ReviewKorean();

        public override KakaoWords Kakao { get; } = new KakaoKorean();

        public override CarrierWords Carriers { get; } = new CarrierKorean();

        public override AlarmWords Alarms { get; } = new AlarmKorean();
    }

    private sealed class EnglishWords : Words
    {
        public override Language Language => Language.English;

        public override string Tag => "en";

        public override HandsetWords Handset { get; } = new HandsetEnglish();

        public override ShellWords Shell { get; } = new ShellEnglish();

        public override MessageWords Messages { get; } = new MessageEnglish();

        public override BulkWords Bulks { get; } = new BulkEnglish();

        public override WebhookWords Webhooks { get; } = new WebhookEnglish();

        public override DirectoryWords Directory { get; } = new DirectoryEnglish();

        public override AppWords Apps { get; } = new AppEnglish();

        public override SubscriptionWords Subscriptions { get; } = new SubscriptionEnglish();

        public override ProvisioningWords Provisioning { get; } = new ProvisioningEnglish();

        public override SenderWords Senders { get; } = new SenderEnglish();

        public override NumberWords Numbers { get; } = new NumberEnglish();

        public override TemplateWords Templates { get; } = new TemplateEnglish();

        public override EditorWords Editor { get; } = new EditorEnglish();

        public override ReviewWords Review { get; } = new ReviewEnglish();

        public override KakaoWords Kakao { get; } = new KakaoEnglish();

        public override CarrierWords Carriers { get; } = new CarrierEnglish();

        public override AlarmWords Alarms { get; } = new AlarmEnglish();
    }
}

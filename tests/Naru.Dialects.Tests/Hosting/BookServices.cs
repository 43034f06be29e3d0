using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Naru.Engine.Conversations;
using Naru.Engine.Inbound;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Storage.Memory;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>The book of contacts and the inbox of texts, as they are: on a gateway of their own over the memory store, whose pushes a test can read.</summary>
internal static class BookServices
{
    public static void AddBook(this IServiceCollection services)
    {
        services.AddSingleton<MemoryDisk>();
        services.AddSingleton<IContactStore, MemoryContactStore>();
        services.AddSingleton<ToldNotices>();
        services.AddSingleton<GatewayMeter>();
        services.AddSingleton(provider => new Gateway(
            new MemoryMessageStore(provider.GetRequiredService<MemoryDisk>()), provider.GetRequiredService<WorkspaceDirectory>(),
            provider.GetRequiredService<GatewayClock>(), provider.GetRequiredService<IRandomSource>(), [],
            [provider.GetRequiredService<ToldNotices>(), .. provider.GetServices<IReportRenderer>().Where(static renderer => renderer.Dialect == Core.Messages.DialectName.InfobipInbound)], [],
            provider.GetRequiredService<ToldNotices>(), new EngineSettings(), provider.GetRequiredService<GatewayMeter>(), NullLogger<Gateway>.Instance));
        services.AddSingleton(new ContactBookOptions());
        services.AddSingleton<ContactBook>();
        services.AddSingleton<IContactBook>(provider => provider.GetRequiredService<ContactBook>());
        services.AddSingleton<IInboundStore, MemoryInboundStore>();
        services.AddSingleton(provider => new TextInbox(
            new Lazy<Gateway>(provider.GetRequiredService<Gateway>), provider.GetRequiredService<IInboundStore>(), provider.GetRequiredService<WorkspaceDirectory>(),
            new TextNotices(provider.GetRequiredService<WorkspaceDirectory>(), provider.GetServices<IInboundWriter>(), new Lazy<IContactBook>(provider.GetRequiredService<IContactBook>)),
            provider.GetRequiredService<GatewayMeter>(), NullLogger<TextInbox>.Instance));
        services.AddSingleton<ITextInbox>(provider => provider.GetRequiredService<TextInbox>());
    }

    public static Task OpenBookAsync(this IServiceProvider services) => services.GetRequiredService<Gateway>().StartAsync(CancellationToken.None);

    /// <summary>What subscribers are told of contacts and conversations.</summary>
    public sealed class ToldNotices : IReportRenderer, IWebhookClient
    {
        private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

        public Core.Messages.DialectName Dialect => Core.Messages.DialectName.Sinch;

        public int ItemsPerRequest => 1;

        public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new RenderedPush(System.Text.Encoding.UTF8.GetBytes(order.Notice!.Body), "application/json", new Dictionary<string, string>()));

        public Task<WebhookAnswer> PostAsync(WebhookTarget target, RenderedPush push, string pushId, CancellationToken cancellationToken)
        {
            _told.Writer.TryWrite(System.Text.Encoding.UTF8.GetString(push.Body.Span));
            return Task.FromResult(new WebhookAnswer(200, null, null));
        }

        public ValueTask<string> NextAsync() => _told.Reader.ReadAsync(CancellationToken.None);
    }
}

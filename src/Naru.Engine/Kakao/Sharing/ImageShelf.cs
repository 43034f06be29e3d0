using Naru.Core.Kakao;
using Naru.Engine.Kakao.Scraping;

namespace Naru.Engine.Kakao.Sharing;

/// <summary>Pictures for messages: uploaded or fetched by apps, served until they expire. What they are stands in the store, their bytes in files.</summary>
public sealed class ImageShelf(KakaoDirectory directory, OutboundFetch fetch, KakaoOptions options)
{
    /// <summary>Kakao's: 5 MB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Of an app at once (ours): a test suite that never deletes does not fill the disk.</summary>
    public const int MaxImages = 1000;

    /// <summary>Where they are served.</summary>
    public const string Path = "/kakao/images";

    public async ValueTask<(ShareImage? Image, KakaoFault? Fault)> KeepAsync(DevelopersApp app, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length > MaxBytes)
        {
            return (null, KakaoFault.ImageTooLarge);
        }

        if (ImageKind.Of(bytes.Span) is not { Width: > 0, Height: > 0 } kind)
        {
            return (null, KakaoFault.BadImage);
        }

        await RemoveExpiredAsync(app, cancellationToken);
        if (directory.ImagesOf(app.Id).Count >= MaxImages)
        {
            return (null, KakaoFault.TooManyImages);
        }

        var image = new ShareImage(directory.NewKey(), app.Id, kind.ContentType, bytes.Length, kind.Width, kind.Height, directory.Now + options.ImageLifetime);
        Directory.CreateDirectory(options.ImageFolder);
        await File.WriteAllBytesAsync(FileOf(image.Id), bytes, cancellationToken);
        await directory.ChangeAsync(() => new KakaoChange { Images = { image } }, cancellationToken);
        return (image, null);
    }

    public async ValueTask<(ShareImage? Image, KakaoFault? Fault)> FetchAsync(DevelopersApp app, string url, CancellationToken cancellationToken)
    {
        if (WebDomain.Of(url) is null)
        {
            return (null, KakaoFault.OutOfRange("image_url", "It must be an address that begins with http or https."));
        }

        var got = await fetch.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, url), MaxBytes, options.ScrapeTimeout, follows: true, cancellationToken);
        return got.TimedOut ? (null, KakaoFault.TimedOut)
            : !got.IsSuccess ? (null, KakaoFault.OutOfRange("image_url", $"The image cannot be read: {got.Fault ?? $"it answers {got.Status}"}."))
            : !got.Whole ? (null, KakaoFault.ImageTooLarge)
            : await KeepAsync(app, got.Bytes, cancellationToken);
    }

    /// <summary>False where the app has no such image.</summary>
    public async ValueTask<bool> RemoveAsync(DevelopersApp app, string id, CancellationToken cancellationToken)
    {
        var removed = await directory.ChangeAsync(() => directory.FindImage(id) is { } image && image.App == app.Id ? new KakaoChange { RemovedImages = { id } } : null, cancellationToken);
        if (removed)
        {
            File.Delete(FileOf(id));
        }

        return removed;
    }

    /// <summary>The file of an image that has not expired.</summary>
    public (ShareImage Image, string File)? Find(string id) =>
        directory.FindImage(id) is { } image && image.ExpiresAt > directory.Now && FileOf(image.Id) is var file && File.Exists(file) ? (image, file) : null;

    private async ValueTask RemoveExpiredAsync(DevelopersApp app, CancellationToken cancellationToken)
    {
        foreach (var image in directory.ImagesOf(app.Id).Where(image => image.ExpiresAt <= directory.Now))
        {
            await RemoveAsync(app, image.Id, cancellationToken);
        }
    }

    private string FileOf(string id) => System.IO.Path.Combine(options.ImageFolder, id);
}

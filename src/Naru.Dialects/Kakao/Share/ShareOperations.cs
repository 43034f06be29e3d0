using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao;
using Naru.Dialects.Kakao.Errors;
using Naru.Dialects.Kakao.Fields;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Dialects.Kakao.Share;

/// <summary>What the SDKs ask before they open KakaoTalk or the share picker, and the pictures of messages (contracts/kakao-developers.md §7).</summary>
internal sealed class ShareOperations(ShareDesk desk, ImageShelf shelf)
{
    /// <summary>Nobody shares yet: KakaoTalk puts the name in when somebody does.</summary>
    private const string Me = "${ME}";

    public Task DefaultAsync(KakaoCall call)
    {
        CheckVersion(call);
        var (share, fault) = desk.FromObject(call.Caller.App, call.Fields.Needed("template_object"));
        return WriteAsync(call, share ?? throw new KakaoFaultException(fault!));
    }

    public Task CustomAsync(KakaoCall call)
    {
        CheckVersion(call);
        call.Fields.Needed("template_id");
        var (share, fault) = desk.FromCustom(call.Caller.App, call.Fields.Number("template_id")!.Value, call.Fields.Map("template_args"), Me);
        return WriteAsync(call, share ?? throw new KakaoFaultException(fault!));
    }

    public async Task ScrapAsync(KakaoCall call)
    {
        CheckVersion(call);
        var (share, fault) = await desk.FromPageAsync(
            call.Caller.App, call.Fields.Needed("request_url"), call.Fields.Number("template_id"), call.Fields.Map("template_args"), Me, call.Aborted);
        await WriteAsync(call, share ?? throw new KakaoFaultException(fault!));
    }

    public async Task UploadAsync(KakaoCall call)
    {
        var request = call.Context.Request;
        if (request.ContentLength > ImageShelf.MaxBytes + (64 * 1024))
        {
            throw new KakaoFaultException(KakaoFault.ImageTooLarge);
        }

        if (!request.HasFormContentType || (await request.ReadFormAsync(call.Aborted)).Files is not { Count: > 0 } files)
        {
            throw new KakaoFaultException(KakaoFault.Missing("file"));
        }

        if (files.Count > 1)
        {
            throw new KakaoFaultException(KakaoFault.TooManyImages);
        }

        if (files[0].Length > ImageShelf.MaxBytes)
        {
            throw new KakaoFaultException(KakaoFault.ImageTooLarge);
        }

        var bytes = new byte[files[0].Length];
        await using var stream = files[0].OpenReadStream();
        await stream.ReadExactlyAsync(bytes, call.Aborted);
        await WriteAsync(call, await shelf.KeepAsync(call.Caller.App, bytes, call.Aborted));
    }

    public async Task FetchAsync(KakaoCall call) => await WriteAsync(call, await shelf.FetchAsync(call.Caller.App, call.Fields.Needed("image_url"), call.Aborted));

    public async Task DeleteAsync(KakaoCall call)
    {
        var id = call.Fields.Needed("image_url").Split('/')[^1];
        if (!await shelf.RemoveAsync(call.Caller.App, id, call.Aborted))
        {
            throw new KakaoFaultException(KakaoFault.OutOfRange("image_url", "This app has no such image."));
        }

        await KakaoAnswer.OkAsync(call.Context, 0, static (json, _) =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        });
    }

    private static void CheckVersion(KakaoCall call)
    {
        if (call.Fields.Needed("link_ver") is not "4.0")
        {
            throw new KakaoFaultException(KakaoFault.OutOfRange("link_ver", "It must be 4.0."));
        }
    }

    private static Task WriteAsync(KakaoCall call, (ShareImage? Image, KakaoFault? Fault) kept)
    {
        var request = call.Context.Request;
        return KakaoAnswer.OkAsync(
            call.Context,
            (Image: kept.Image ?? throw new KakaoFaultException(kept.Fault!), Url: $"{request.Scheme}://{request.Host}{ImageShelf.Path}/{kept.Image.Id}"),
            static (json, kept) =>
            {
                json.WriteStartObject();
                json.WriteStartObject("infos"u8);
                json.WriteStartObject("original"u8);
                json.WriteString("url"u8, kept.Url);
                json.WriteNumber("length"u8, kept.Image.Length);
                json.WriteString("content_type"u8, kept.Image.ContentType);
                json.WriteNumber("width"u8, kept.Image.Width);
                json.WriteNumber("height"u8, kept.Image.Height);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndObject();
            });
    }

    private static Task WriteAsync(KakaoCall call, ValidatedShare share)
    {
        var scheme = call.Fields.Map("scheme_params");
        return KakaoAnswer.OkAsync(call.Context, (call.Caller.App, share, scheme), static (json, all) =>
        {
            var (app, share, scheme) = all;
            json.WriteStartObject();
            json.WriteNumber("template_id"u8, share.TemplateId);
            json.WriteStartObject("template_args"u8);
            foreach (var (name, value) in share.Arguments)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WritePropertyName("template_msg"u8);
            TemplateMessage.Write(json, app, share.Talk.Template);
            json.WriteStartObject("warning_msg"u8);
            foreach (var link in share.Talk.Dropped)
            {
                json.WriteString(TemplateMessage.PlaceOf(share.Talk.Template, link), $"{link.Url}. app does not have DOMAIN_CHECK_PASS permission. get the permission or it will be dropped.");
            }

            json.WriteEndObject();
            json.WriteStartObject("argument_msg"u8);
            foreach (var name in share.Talk.Unfilled)
            {
                json.WriteString("${" + name + "}", "there's no given value."u8);
            }

            json.WriteEndObject();
            if (scheme is not null)
            {
                json.WriteStartObject("scheme_params"u8);
                foreach (var (name, value) in scheme)
                {
                    if (long.TryParse(value, out var number))
                    {
                        json.WriteNumber(name, number);
                    }
                    else
                    {
                        json.WriteString(name, value);
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }
}

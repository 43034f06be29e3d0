using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Images;
using Naru.Tests;

namespace Naru.Core.Tests.Images;

public sealed class ImageHeaderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(800, 400)]
    [InlineData(4000, 3000)]
    public void A_png_says_its_size(int width, int height)
    {
        var file = PictureFile.Png(width, height);

        ImageHeader.Read(file).ShouldBe(new ImageFacts(ImageFormat.Png, width, height, file.Length));
    }

    [Theory]
    [InlineData(0xC0, 0)]
    [InlineData(0xC0, 100)]
    [InlineData(0xC2, 200_000)]
    [InlineData(0xCF, 60_000)]
    public void A_jpeg_says_its_size_however_much_its_camera_wrote_before_it(byte frame, int camera)
    {
        var file = PictureFile.Jpeg(800, 400, frame, camera);

        ImageHeader.Read(file).ShouldBe(new ImageFacts(ImageFormat.Jpeg, 800, 400, file.Length));
    }

    [Fact]
    public void A_file_that_ends_before_its_size_is_none()
    {
        var png = PictureFile.Png(800, 400);
        var jpeg = PictureFile.Jpeg(800, 400);

        foreach (var length in Enumerable.Range(0, 24))
        {
            ImageHeader.Read(png.AsSpan(0, length)).ShouldBeNull();
            ImageHeader.Read(jpeg.AsSpan(0, length)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("GIF89a and then some more bytes")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='800' height='400'/>")]
    [InlineData("<!doctype html><title>404</title>")]
    [InlineData("")]
    public void What_is_neither_is_none_whatever_it_is_called(string file) => ImageHeader.Read(System.Text.Encoding.ASCII.GetBytes(file)).ShouldBeNull();

    [Fact]
    public void A_picture_without_width_or_height_is_none()
    {
        ImageHeader.Read(PictureFile.Jpeg(0, 400)).ShouldBeNull();
        ImageHeader.Read(PictureFile.Jpeg(800, 0)).ShouldBeNull();
    }

    [Fact]
    public void Whatever_the_bytes_are_nothing_is_thrown_and_a_size_is_positive() => Prop.ForAll(
        ArbMap.Default.ArbFor<(bool Png, byte[] Bytes, int Cut)>(),
        given =>
        {
            var whole = given.Png ? PictureFile.Png(3, 2) : PictureFile.Jpeg(3, 2);
            var file = whole[..Math.Clamp(given.Cut, 2, whole.Length)].Concat(given.Bytes ?? []).ToArray();

            return ImageHeader.Read(file) is not { } facts || (facts.Width > 0 && facts.Height > 0 && facts.Bytes == file.Length);
        }).QuickCheckThrowOnFailure();
}

using Naru.Core.Images;
using Naru.Core.Templates;

namespace Naru.Dialects.SinchProvisioning.Errors;

/// <summary>This API's words for images that cannot be used (contracts/sinch.md §6): the same for logos and for the images of templates.</summary>
internal static class FileErrors
{
    /// <summary>What is wrong with the first file that is no usable one; null where nothing is. Of its width and ratio nothing is said here.</summary>
    /// <param name="memberOf">The API's name of the member that holds the address.</param>
    public static ProvisioningError? Of(IEnumerable<PlacedImage> images, ImageReadings readings, AlimTalkRules rules, Func<PlacedImage, string> memberOf)
    {
        foreach (var image in images)
        {
            if (readings.Of(image) is { } reading && ErrorOf(reading, ImageLimits.Of(image.Use, rules)) is { } error)
            {
                return error.With(ErrorAnswer.ValidationErrors, $"{memberOf(image)}: {reading.Explanation ?? error.Message}");
            }
        }

        return null;
    }

    private static ProvisioningError? ErrorOf(ImageReading reading, ImageLimits limits) => reading switch
    {
        { Facts: { } facts } => facts.Bytes > limits.MaxBytes ? ProvisioningError.FileTooLarge : null,
        { Fault: ImageFault.NotAnImage } => ProvisioningError.FileMimeType,
        { Fault: ImageFault.NotFound } => ProvisioningError.FileNotFound,
        { Fault: ImageFault.TooLarge } => ProvisioningError.FileTooLarge,
        _ => ProvisioningError.FileUnexpected,
    };
}

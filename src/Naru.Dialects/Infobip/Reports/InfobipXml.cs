using System.Buffers;
using System.Text;
using System.Xml;
using Naru.Dialects.Http;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>Infobip's XML: no namespace, no attributes, UTF-8.</summary>
internal static class InfobipXml
{
    public const string ContentType = "application/xml";
    public const string ContentTypeUtf8 = "application/xml; charset=utf-8";

    private static readonly XmlWriterSettings s_settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = true,

        // A carriage return that stands as such is read back as a line feed: callback data would not come back as it was sent.
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static XmlWriter Open(IBufferWriter<byte> into) => XmlWriter.Create(new BodyWriterStream(into), s_settings);

    /// <summary>
    /// An element with a caller's text. XML 1.0 cannot hold most control characters, not even escaped; a report that could not be written
    /// would be lost, so they become U+FFFD.
    /// </summary>
    public static void Text(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, Presentable(text));

    private static string Presentable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]) && !char.IsSurrogate(text[i]))
            {
                return string.Create(text.Length, text, static (to, from) =>
                {
                    for (var j = 0; j < from.Length; j++)
                    {
                        to[j] = XmlConvert.IsXmlChar(from[j]) || char.IsSurrogate(from[j]) ? from[j] : '\uFFFD';
                    }
                });
            }
        }

        return text;
    }
}

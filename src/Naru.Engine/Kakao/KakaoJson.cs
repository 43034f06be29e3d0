using System.Text.Json;
using System.Text.Json.Serialization;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Core.Messages;
using Naru.Engine.Kakao.Outside;

namespace Naru.Engine.Kakao;

/// <summary>How the rows of <see cref="IKakaoStore"/> are written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(RecipientAsText)])]
[JsonSerializable(typeof(DevelopersApp))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Connection))]
[JsonSerializable(typeof(LoginToken))]
[JsonSerializable(typeof(LoginCode))]
[JsonSerializable(typeof(CustomTemplate))]
[JsonSerializable(typeof(ShareImage))]
[JsonSerializable(typeof(CallbackRecord))]
[JsonSerializable(typeof(PassedCall))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(TalkBubble))]
public sealed partial class KakaoJson : JsonSerializerContext;

/// <summary>A phone number as its digits.</summary>
public sealed class RecipientAsText : JsonConverter<Recipient>
{
    public override Recipient Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Recipient.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Recipient value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

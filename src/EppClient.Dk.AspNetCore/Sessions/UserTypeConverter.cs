using System.Text.Json;
using System.Text.Json.Serialization;

namespace EppClient.Dk.AspNetCore;

/// <summary>Writes the kind of a registrant as its text in the schema.</summary>
internal sealed class UserTypeConverter : JsonConverter<DkUserType>
{
    public override DkUserType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, DkUserType value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.Persistence;

/// <summary>Names stand in JSON as people read them.</summary>
internal sealed class DomainNameConverter : JsonConverter<DkDomainName>
{
    public override DkDomainName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DkDomainName.From(reader.GetString() ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, DkDomainName value, JsonSerializerOptions options) => writer.WriteStringValue(value.Unicode);
}

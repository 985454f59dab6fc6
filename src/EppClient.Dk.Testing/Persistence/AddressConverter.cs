using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.Persistence;

/// <summary>Stores addresses of hosts as text in JSON.</summary>
internal sealed class AddressConverter : JsonConverter<IPAddress>
{
    public override IPAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IPAddress.TryParse(reader.GetString(), out var address) ? address : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

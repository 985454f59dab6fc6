using System.Text.Json;
using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.Persistence;

/// <summary>The JSON format of the registry's records. An unknown member is an error: in a hand-written file it is a typo.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(AddressConverter)])]
[JsonSerializable(typeof(StateDocument))]
[JsonSerializable(typeof(DkAccount))]
[JsonSerializable(typeof(DkServiceUser))]
[JsonSerializable(typeof(DkContactRecord))]
[JsonSerializable(typeof(DkHostRecord))]
[JsonSerializable(typeof(DkDomainRecord))]
internal sealed partial class StateJson : JsonSerializerContext;

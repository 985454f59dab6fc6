using System.Text.Json;
using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.Persistence;

/// <summary>How the registry's records look in JSON. An unknown member is an error: in a file that somebody wrote it is a slip.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(DomainNameConverter), typeof(AddressConverter)])]
[JsonSerializable(typeof(StateDocument))]
[JsonSerializable(typeof(DkAccount))]
[JsonSerializable(typeof(DkServiceUser))]
[JsonSerializable(typeof(DkContactRecord))]
[JsonSerializable(typeof(DkHostRecord))]
[JsonSerializable(typeof(DkDomainRecord))]
internal sealed partial class StateJson : JsonSerializerContext;

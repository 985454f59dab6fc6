using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.FastTrack;

/// <summary>The request of the specification of fast-track transfer (2026-07-01). Null members are sent.</summary>
internal sealed record FastTrackRequest(FastTrackContact Contact, FastTrackConsent Consent, IReadOnlyList<FastTrackDomain> Domains);

internal sealed record FastTrackContact(
    string Id, string Name, string Email, string Phone, FastTrackAddress Address, string Type, string? VatNumber, string? PNumber);

internal sealed record FastTrackAddress(string Street, string Zip, string City, string Country);

internal sealed record FastTrackConsent(string GrantedAt, string IpAddress);

internal sealed record FastTrackDomain(string DomainName, FastTrackToken AuthToken);

internal sealed record FastTrackToken(string Value, string ExpiresAt, string Scope = "transfer");

/// <summary>The body of a response: a link, or the text of a refusal.</summary>
internal sealed record FastTrackResponse(string? TransferSessionUrl, string? Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FastTrackRequest))]
[JsonSerializable(typeof(FastTrackResponse))]
internal sealed partial class FastTrackJson : JsonSerializerContext;

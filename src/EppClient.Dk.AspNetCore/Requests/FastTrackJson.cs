using System.Text.Json.Serialization;

namespace EppClient.Dk.AspNetCore;

// The members of the registry's specification of fast-track transfers, as they are in JSON. All are nullable, so that an error names the missing one; members of
// later versions are ignored. The types are internal, except that their names appear in an OpenAPI description.
internal sealed record FastTrackRequest
{
    public FastTrackContact? Contact { get; init; }

    public FastTrackConsent? Consent { get; init; }

    public IReadOnlyList<FastTrackDomain?>? Domains { get; init; }

    public override string ToString() => nameof(FastTrackRequest);
}

internal sealed record FastTrackContact
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public FastTrackAddress? Address { get; init; }

    public string? Type { get; init; }

    [JsonPropertyName("vat_number")]
    public string? VatNumber { get; init; }

    [JsonPropertyName("p_number")]
    public string? PNumber { get; init; }

    public override string ToString() => nameof(FastTrackContact);
}

internal sealed record FastTrackAddress
{
    public string? Street { get; init; }

    public string? Zip { get; init; }

    public string? City { get; init; }

    public string? Country { get; init; }

    public override string ToString() => nameof(FastTrackAddress);
}

internal sealed record FastTrackConsent
{
    [JsonPropertyName("granted_at")]
    public DateTimeOffset? GrantedAt { get; init; }

    [JsonPropertyName("ip_address")]
    public string? IpAddress { get; init; }

    public override string ToString() => nameof(FastTrackConsent);
}

internal sealed record FastTrackDomain
{
    [JsonPropertyName("domain_name")]
    public string? DomainName { get; init; }

    [JsonPropertyName("auth_token")]
    public FastTrackToken? AuthToken { get; init; }

    public override string ToString() => nameof(FastTrackDomain);
}

internal sealed record FastTrackToken
{
    public string? Value { get; init; }

    [JsonPropertyName("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Scope { get; init; }

    public override string ToString() => nameof(FastTrackToken);
}

internal sealed record FastTrackResponse([property: JsonPropertyName("transfer_session_url")] Uri TransferSessionUrl)
{
    // The address is a secret until it is opened.
    public override string ToString() => nameof(FastTrackResponse);
}

internal sealed record FastTrackError(string Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 8, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FastTrackRequest))]
[JsonSerializable(typeof(FastTrackResponse))]
[JsonSerializable(typeof(FastTrackError))]
internal sealed partial class FastTrackJson : JsonSerializerContext;

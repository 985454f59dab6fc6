using System.Text;
using System.Text.Json.Serialization;

namespace EppClient.Dk.AspNetCore;

/// <summary>The registrant of the domains of a session, as registered at the registry when the registrant consented. Personal data.</summary>
public sealed record DkTransferContact
{
    /// <summary>The handle at the registry. After a transfer the registrant has another one: <see cref="DkTransferSessionDomain.Registrant"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The full name of the person or the organization.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The phone number, in E.164 format: <c>+4512345678</c>.</summary>
    public required string Phone { get; init; }

    /// <summary>Street and house number.</summary>
    public required string Street { get; init; }

    /// <summary>The postal code.</summary>
    public required string PostalCode { get; init; }

    /// <summary>The city.</summary>
    public required string City { get; init; }

    /// <summary>The country, as an ISO 3166-1 alpha-2 code.</summary>
    public required string CountryCode { get; init; }

    /// <summary>The kind of registrant.</summary>
    [JsonConverter(typeof(UserTypeConverter))]
    public required DkUserType UserType { get; init; }

    /// <summary>The VAT number of an organization with its country prefix, such as <c>DK24210375</c>; null if none is registered. Its digits are the CVR number.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The production unit number of an organization, ten digits; null if none is registered.</summary>
    public string? ProductionUnitNumber { get; init; }

    // Personal data does not appear in logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(nameof(UserType)).Append(" = ").Append(UserType);
        return true;
    }
}

/// <summary>The consent of a registrant that the registry shares domains, tokens and contact data with the registrar. Personal data.</summary>
/// <param name="GrantedAt">When the consent was given.</param>
/// <param name="IpAddress">The IPv4 or IPv6 address from which it was given.</param>
public sealed record DkTransferConsent(DateTimeOffset GrantedAt, string IpAddress)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(nameof(GrantedAt)).Append(" = ").Append(GrantedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Append(", IpAddress = ***");
        return true;
    }
}

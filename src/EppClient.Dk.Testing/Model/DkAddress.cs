namespace EppClient.Dk.Testing;

/// <summary>A postal address.</summary>
public sealed record DkAddress
{
    /// <summary>Up to three lines.</summary>
    public IReadOnlyList<string> Street { get; init; } = [];

    /// <summary>The city.</summary>
    public required string City { get; init; }

    /// <summary>The state or province.</summary>
    public string? StateOrProvince { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The two-letter country code.</summary>
    public required string CountryCode { get; init; }

    /// <inheritdoc/>
    public bool Equals(DkAddress? other) =>
        other is not null
        && Street.SequenceEqual(other.Street, StringComparer.Ordinal)
        && (City, StateOrProvince, PostalCode, CountryCode) == (other.City, other.StateOrProvince, other.PostalCode, other.CountryCode);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(City, PostalCode, CountryCode);

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("CountryCode = ").Append(CountryCode);
        return true;
    }
}

/// <summary>The kind of a contact.</summary>
public enum DkPersonKind
{
    /// <summary>A company.</summary>
    Company,

    /// <summary>A public organization.</summary>
    PublicOrganization,

    /// <summary>An association.</summary>
    Association,

    /// <summary>A private person.</summary>
    Individual,
}

/// <summary>The public registers that can own a contact's name and address.</summary>
public enum DkRegisterLock
{
    /// <summary>None: the sponsor may change everything.</summary>
    None,

    /// <summary>The register of persons in Denmark.</summary>
    Cpr,

    /// <summary>The register of companies in Denmark.</summary>
    Cvr,

    /// <summary>The VAT register of the European Union.</summary>
    Vies,
}

namespace EppClient.Dk.AspNetCore;

/// <summary>Price and terms that a registrant accepts.</summary>
/// <param name="Version">The registrar's own name of the version of its terms. Stored as proof of what was accepted.</param>
public sealed record DkTransferTerms(string Version)
{
    /// <summary>The address of the text. Default: null.</summary>
    public Uri? Url { get; init; }

    /// <summary>The price of the transfer of one domain. Default: null, if it is not shown per domain.</summary>
    public decimal? PricePerDomain { get; init; }

    /// <summary>The currency of the price, as an ISO 4217 code. Default: DKK.</summary>
    public string Currency { get; init; } = "DKK";
}

/// <summary>The registrant's acceptance of a transfer.</summary>
public sealed record DkTransferAcceptance
{
    /// <summary>The version of the terms that were shown and accepted: <see cref="DkTransferTerms.Version"/> of the session; null if it has no terms.</summary>
    public string? TermsVersion { get; init; }

    /// <summary>
    /// The registrar's own key of the customer, for example of the account that the registrant logged in to. Default: null, which keeps the customer that
    /// <see cref="DkFastTrackPolicy.FindCustomerAsync"/> has found.
    /// </summary>
    public string? Customer { get; init; }
}

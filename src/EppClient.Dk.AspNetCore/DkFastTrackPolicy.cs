using EppClient.Extensions;
using Microsoft.Extensions.Options;

namespace EppClient.Dk.AspNetCore;

/// <summary>
/// The decisions of a registrar about fast-track transfers: whom to serve, which customer a registrant is, price and terms, and the settings of transferred
/// domains. Derive from it to replace the defaults, and register the type with <see cref="DkFastTrackBuilder.UsePolicy"/>.
/// </summary>
/// <remarks>One instance is used for all sessions at the same time. No method receives a token.</remarks>
/// <param name="options">The options.</param>
public class DkFastTrackPolicy(IOptionsMonitor<DkFastTrackOptions> options)
{
    /// <summary>
    /// Decides whether to serve a registrant. Called during the registry's request, so respond within milliseconds. By default, every registrant is served.
    /// </summary>
    /// <param name="session">The session that the request asks for. It is not stored yet.</param>
    /// <param name="cancellationToken">The token to cancel the operation. It is cancelled after <see cref="DkFastTrackOptions.RequestTimeout"/>.</param>
    /// <returns>Null to serve the registrant; otherwise the text that the registry shows to the registrant, with 422.</returns>
    public virtual ValueTask<DkFastTrackText?> FindRefusalAsync(DkTransferSession session, CancellationToken cancellationToken) => new((DkFastTrackText?)null);

    /// <summary>
    /// Finds the customer that a registrant is, for example by <see cref="DkTransferContact.Id"/>, <see cref="DkTransferContact.Email"/> or
    /// <see cref="DkTransferContact.VatNumber"/>. Called when the registrant opens the link, possibly more than once. By default, no customer is found.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The registrar's own key of the customer; null if there is none yet.</returns>
    /// <remarks>The contact data prove who the registrant is to the registry, not to you: let the customer log in before you show more than the session has.</remarks>
    public virtual ValueTask<string?> FindCustomerAsync(DkTransferSession session, CancellationToken cancellationToken) => new((string?)null);

    /// <summary>
    /// Gets price and terms. Called when the registrant opens the link, possibly more than once; the session keeps the result, so that the registrant accepts
    /// what was shown. By default, there are none.
    /// </summary>
    /// <param name="session">The session, with its customer.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The terms; null if the registrant need not accept any.</returns>
    public virtual ValueTask<DkTransferTerms?> GetTermsAsync(DkTransferSession session, CancellationToken cancellationToken) => new((DkTransferTerms?)null);

    /// <summary>
    /// Gets the settings of a domain after its transfer. Called until they are applied, possibly more than once. By default, the settings of
    /// <see cref="DkFastTrackOptions"/>.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="domain">The transferred domain.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public virtual ValueTask<DkTransferSettings> GetSettingsAsync(DkTransferSession session, DkTransferSessionDomain domain, CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        return new(new DkTransferSettings { AutoRenew = current.AutoRenew, NameServers = [.. current.NameServers] });
    }
}

/// <summary>The settings of a domain after its transfer. Only the differences are sent.</summary>
public sealed record DkTransferSettings
{
    /// <summary>Whether the domain renews automatically. Default: null, as the registry has set it: the default of the account.</summary>
    public bool? AutoRenew { get; init; }

    /// <summary>The complete set of name servers: two to seven. Default: empty, which keeps the present ones and their DS records.</summary>
    public IReadOnlyList<string> NameServers { get; init; } = [];

    /// <summary>
    /// The complete set of DS records; empty to make the domain unsigned. Default: null, which keeps the present ones if the name servers do not change: the
    /// registry removes them if they do.
    /// </summary>
    public IReadOnlyList<SecDnsDsData>? DsRecords { get; init; }
}

using EppClient.Dk.AspNetCore;
using Microsoft.Extensions.Options;

namespace DkFastTrack;

/// <summary>Whom the registrar serves, and at which price. The name servers are those of the options.</summary>
internal sealed class SalesPolicy(IOptionsMonitor<DkFastTrackOptions> options) : DkFastTrackPolicy(options)
{
    public override ValueTask<DkFastTrackText?> FindRefusalAsync(DkTransferSession session, CancellationToken cancellationToken) => new(
        session.Contact.CountryCode == "DK" ? null : new DkFastTrackText("Fjordnavn har kun kunder i Danmark.", "Fjordnavn only has customers in Denmark."));

    // Your own search for the customer. This site has no login, so each registrant is a customer of its own.
    public override ValueTask<string?> FindCustomerAsync(DkTransferSession session, CancellationToken cancellationToken) => new(session.Contact.Id);

    public override ValueTask<DkTransferTerms?> GetTermsAsync(DkTransferSession session, CancellationToken cancellationToken) => new(
        new DkTransferTerms("2026-12") { PricePerDomain = 80m });
}

using EppClient.Extensions.Hosting;
using EppClient.Polling;

namespace EppClient.Dk.AspNetCore;

/// <summary>
/// Matches poll messages about gained domains with the sessions of fast-track transfers: <see cref="DkTransferSessionDomain.ConfirmedAt"/>. Add it to the poll
/// worker: <c>AddPollWorker().MapPollEvents(DkPollEvent.From).AddPollHandler&lt;DkPortfolioChanged, DkFastTrackPollHandler&gt;()</c>.
/// </summary>
/// <remarks>A message that is delivered again changes nothing. A message about a domain without a session is left to other handlers.</remarks>
public sealed class DkFastTrackPollHandler : IEppPollHandler<DkPortfolioChanged>
{
    private readonly DkTransferSessions _sessions;

    /// <summary>Creates the handler.</summary>
    /// <param name="sessions">The sessions.</param>
    public DkFastTrackPollHandler(DkTransferSessions sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        _sessions = sessions;
    }

    /// <inheritdoc/>
    public async Task HandleAsync(DkPortfolioChanged message, EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message is { IsGain: not false, Subject: { } subject })
        {
            await _sessions.ConfirmAsync(EppDomainName.From(subject), cancellationToken).ConfigureAwait(false);
        }
    }
}

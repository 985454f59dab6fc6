using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace EppClient.Dk.AspNetCore;

/// <summary>
/// The sessions of fast-track transfers, for the registrar's own pages: opens a session by its link, shows it, accepts or declines it, and watches the transfer.
/// Get it from the container.
/// </summary>
/// <remarks>Thread-safe. All methods throw the exceptions of the store, such as <see cref="System.Data.Common.DbException"/>, if it fails.</remarks>
public sealed class DkTransferSessions
{
    private readonly SessionRecords _records;
    private readonly DkFastTrackPolicy _policy;
    private readonly SessionSignal _signal;
    private readonly EventStream _events;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;

    internal DkTransferSessions(
        SessionRecords records, DkFastTrackPolicy policy, SessionSignal signal, EventStream events, IOptions<DkFastTrackOptions> options, TimeProvider time) =>
        (_records, _policy, _signal, _events, _interval, _time) = (records, policy, signal, events, options.Value.PollingInterval, time);

    /// <summary>
    /// Opens a session with the secret of its link, once: afterwards the link is invalid. Asks <see cref="DkFastTrackPolicy"/> for price and terms.
    /// </summary>
    /// <param name="link">The last segment of the address that the registrant's browser requested.</param>
    /// <param name="customer">
    /// The registrar's own key of the customer that is logged in: compare it with <see cref="DkTransferSession.Customer"/> before you show or accept the session later.
    /// Default: null, the customer that <see cref="DkFastTrackPolicy.FindCustomerAsync"/> finds.
    /// </param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The session; null if the link is wrong, was used, or has expired.</returns>
    /// <remarks>
    /// Open the session in the registrant's own request and not in that of a link preview: behind your login, or after a button. If the registrant loses the
    /// session, the registry can send the same request again, and the response has a new link.
    /// </remarks>
    public async Task<DkTransferSession?> OpenAsync(string link, string? customer = null, CancellationToken cancellationToken = default)
    {
        if (!SessionLink.IsLink(link) || await _records.FindByLinkAsync(link, cancellationToken).ConfigureAwait(false) is not var (id, found) || found.Open(_records.Now) is not { } opened)
        {
            return null;
        }

        // Before the link is used: if the policy fails, the registrant can try again.
        customer ??= await _policy.FindCustomerAsync(opened.ToSession(id), cancellationToken).ConfigureAwait(false);
        var terms = await _policy.GetTermsAsync((opened with { Customer = customer }).ToSession(id), cancellationToken).ConfigureAwait(false);
        var changed = await _records.ChangeAsync(
            id,
            content => content.Link == link && content.Open(_records.Now) is { } open ? open with { Customer = customer, Terms = terms } : null,
            cancellationToken).ConfigureAwait(false);
        return changed?.ToSession(id);
    }

    /// <summary>Reads a session.</summary>
    /// <param name="id">The id of the session, <see cref="DkTransferSession.Id"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The session; null if there is none, or it cannot be decrypted because its key is missing.</returns>
    public async Task<DkTransferSession?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (await _records.FindAsync(id, cancellationToken).ConfigureAwait(false))?.ToSession(id);
    }

    /// <summary>
    /// Accepts a session for the registrant. When this method returns, the acceptance is stored, and the domains will be transferred, even if the process is
    /// killed. A transfer cannot be reversed.
    /// </summary>
    /// <param name="id">The id of the session.</param>
    /// <param name="acceptance">What the registrant accepted.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether the session is accepted, by this call or an earlier one; false if it was not opened, was declined, or has expired.</returns>
    /// <exception cref="ArgumentException">The version of the terms is not the one that the session has.</exception>
    public async Task<bool> AcceptAsync(string id, DkTransferAcceptance acceptance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(acceptance);
        var changed = await _records.ChangeAsync(
            id,
            content => content.Terms?.Version == acceptance.TermsVersion
                ? content.Accept(acceptance.Customer, _records.Now)
                : throw new ArgumentException($"The session has the terms '{content.Terms?.Version}', but '{acceptance.TermsVersion}' were accepted. Show the terms of the session.", nameof(acceptance)),
            cancellationToken).ConfigureAwait(false);
        return (changed ?? await _records.FindAsync(id, cancellationToken).ConfigureAwait(false)) is { AcceptedAt: not null };
    }

    /// <summary>Declines a session for the registrant: its tokens are deleted, and nothing is sent to the registry.</summary>
    /// <param name="id">The id of the session.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether the session is declined, by this call or an earlier one; false if it was accepted or has expired.</returns>
    public async Task<bool> DeclineAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        var changed = await _records.ChangeAsync(id, content => content.Decline(_records.Now), cancellationToken).ConfigureAwait(false);
        return (changed ?? await _records.FindAsync(id, cancellationToken).ConfigureAwait(false)) is { State: DkTransferSessionState.Declined };
    }

    /// <summary>
    /// Reads a session, and again after each change, until it has ended. Changes of other processes are seen after <see cref="DkFastTrackOptions.PollingInterval"/>.
    /// </summary>
    /// <param name="id">The id of the session.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The present session first; the last one has ended. Empty if there is no such session.</returns>
    public async IAsyncEnumerable<DkTransferSession> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        SessionContent? shown = null;
        while (true)
        {
            var changed = _signal.Next;
            if (await _records.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } content)
            {
                yield break;
            }

            if (IsNew(shown, content))
            {
                shown = content;
                yield return content.ToSession(id);
            }

            if (content.EndedAt is not null)
            {
                yield break;
            }

            await SessionSignal.WaitAsync(changed, _interval, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads the events that this process delivers while the sequence is read, for example for a page of the support. Events of other processes, and of earlier ones, are not
    /// among them: to miss none, register an <see cref="IDkTransferHandler"/>.
    /// </summary>
    /// <param name="cancellationToken">The token to end the sequence.</param>
    public IAsyncEnumerable<DkTransferEvent> ReadEventsAsync(CancellationToken cancellationToken = default) => _events.ReadAsync(cancellationToken);

    /// <summary>Records that the registry's message queue reports a domain as gained.</summary>
    internal async Task ConfirmAsync(EppDomainName name, CancellationToken cancellationToken)
    {
        if (await _records.FindByDomainAsync(name.Ascii, cancellationToken).ConfigureAwait(false) is { } id)
        {
            await _records.ChangeAsync(id, content => content.Confirm(name, _records.Now), cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsNew(SessionContent? shown, SessionContent content) =>
        shown is null || shown.State != content.State || shown.EventCount != content.EventCount || !shown.Domains.SequenceEqual(content.Domains);
}

using EppClient.Dk.Testing.Commands;

namespace EppClient.Dk.Testing;

// Actions of the registry itself, without a command.
public sealed partial class DkRegistry
{
    private int _failuresToCome;

    /// <summary>Makes the next command fail with <c>2400</c>, as in a failure of the registry's own systems. Each call makes one more command fail.</summary>
    public void FailNextCommand() => Interlocked.Increment(ref _failuresToCome);

    /// <summary>Blocks a domain: it leaves the zone and cannot be changed.</summary>
    /// <param name="domain">The domain name.</param>
    public void Block(string domain) => Change(domain, record => record with { IsBlocked = true });

    /// <summary>Unblocks a domain.</summary>
    /// <param name="domain">The domain name.</param>
    public void Unblock(string domain) => Change(domain, record => record with { IsBlocked = false });

    /// <summary>Sends an invoice for a domain.</summary>
    /// <param name="domain">The domain name.</param>
    public void SendInvoice(string domain) => Change(domain, record => record with { IsUnpaid = true });

    /// <summary>Records that a domain's invoice was paid.</summary>
    /// <param name="domain">The domain name.</param>
    public void RecordPayment(string domain) => Change(domain, record => record with { IsUnpaid = false });

    /// <summary>Suspends a domain whose invoice was not paid; a restore can undo this.</summary>
    /// <param name="domain">The domain name.</param>
    public void SuspendForMissingPayment(string domain) => RunExclusive(state =>
    {
        Deletions.Begin(state, state.Domains[EppDomainName.From(domain)], DkDeletionCause.Unpaid, initiator: null);
        return true;
    });

    /// <summary>Stops the pending deletion of a domain; the domain is extended by a year.</summary>
    /// <param name="domain">The domain name.</param>
    /// <exception cref="InvalidOperationException">No deletion is pending.</exception>
    public void StopDeletion(string domain) => RunExclusive(state =>
    {
        if (!state.Domains.TryGetValue(EppDomainName.From(domain), out var record) || record.Deletion is null)
        {
            throw new InvalidOperationException($"No deletion of {domain} is pending.");
        }

        Deletions.Stop(state, record);
        return true;
    });

    /// <summary>Cancels the pending check of a contact: the registry no longer requires it.</summary>
    /// <param name="handle">The contact.</param>
    /// <exception cref="InvalidOperationException">No check is pending.</exception>
    public void CancelCheck(string handle) => RunExclusive(state =>
    {
        Verifications.Cancel(state, handle);
        return true;
    });

    /// <summary>Aborts a change of registrant that waits for a check of the new registrant. The message does not say why.</summary>
    /// <param name="domain">The domain name.</param>
    /// <exception cref="InvalidOperationException">No change of the domain's registrant is pending.</exception>
    public void BreakOffRegistrantChange(string domain) => RunExclusive(state =>
    {
        RegistrantChanges.BreakOff(state, EppDomainName.From(domain));
        return true;
    });

    /// <summary>Notifies a contact's sponsor that mail to the contact bounced.</summary>
    /// <param name="handle">The contact.</param>
    /// <param name="reason">The registry's keyword for the cause: antispam, bad_checksum, config, failed or unknown.</param>
    /// <param name="secondary">Whether it was sent to the secondary address, if there is one. Default: false, the primary address.</param>
    public void ReportBouncedEmail(string handle, string reason, bool secondary = false) => RunExclusive(state =>
    {
        var contact = state.Contacts[handle];
        var (kind, address) = secondary && contact.SecondaryEmail is { } second ? ("secondary", second) : ("primary", contact.Email);
        state.NotifyAccount(contact.Sponsor, VerificationTexts.Bounced(handle, reason, kind, address), state.ViewOf(contact));
        return true;
    });

    /// <summary>Changes a contact's address as the public register that owns it does.</summary>
    /// <param name="handle">The contact.</param>
    /// <param name="address">The new address.</param>
    public void MoveInPublicRegister(string handle, DkAddress address) => RunExclusive(state =>
    {
        var moved = state.Contacts[handle] with { Address = address, UpdatedBy = DkHandle.Registry, Updated = state.Now };
        state.Contacts[handle] = moved;
        state.NotifyAccount(moved.Sponsor, VerificationTexts.InformationUpdated(handle), state.ViewOf(moved));
        return true;
    });

    /// <summary>Offers a free name to a contact on its waiting list, for 14 days.</summary>
    /// <param name="name">The name.</param>
    /// <param name="owner">The handle of the owner of the position.</param>
    /// <param name="code">The code that the person receives outside EPP: eight hexadecimal digits.</param>
    /// <exception cref="InvalidOperationException">The name is registered, the contact does not exist, or the code has another form.</exception>
    public void OfferFromWaitingList(string name, string owner, string code) => RunExclusive(state =>
    {
        var subject = EppDomainName.From(name);
        if (state.Domains.ContainsKey(subject) || !state.Contacts.ContainsKey(owner) || code is not { Length: 8 } || !code.All(char.IsAsciiHexDigit))
        {
            throw new InvalidOperationException($"{name} must be free, {owner} must be a contact, and the code must be eight hexadecimal digits.");
        }

        WaitingList.Offer(state, subject, owner, code);
        return true;
    });

    /// <summary>Deposits money into a registrar's account.</summary>
    /// <param name="account">The account's handle.</param>
    /// <param name="amount">The amount.</param>
    public void Deposit(string account, decimal amount) => RunExclusive(state =>
    {
        state.Charge(account, -amount);
        return true;
    });

    /// <summary>Sets a registrar's endpoint for fast-track transfers, as the registrar does in the registrar portal.</summary>
    /// <param name="account">The account's handle.</param>
    /// <param name="endpoint">The endpoint; null to opt out.</param>
    /// <exception cref="InvalidOperationException">The account does not exist.</exception>
    public void SetFastTrack(string account, DkFastTrackEndpoint? endpoint) => RunExclusive(state =>
    {
        var record = state.Accounts.GetValueOrDefault(account) ?? throw new InvalidOperationException($"The account {account} does not exist.");
        state.Accounts[record.Handle] = record with { FastTrack = endpoint };
        return true;
    });

    internal bool TakesFailure()
    {
        int left;
        do
        {
            left = Volatile.Read(ref _failuresToCome);
        }
        while (left > 0 && Interlocked.CompareExchange(ref _failuresToCome, left - 1, left) != left);
        return left > 0;
    }

    private void Change(string domain, Func<DkDomainRecord, DkDomainRecord> change) => RunExclusive(state =>
    {
        var record = state.Domains[EppDomainName.From(domain)];
        var changed = state.Domains[record.Name] = change(record) with { Updated = state.Now };
        state.NotifyAccount(changed.Sponsor, PollTexts.Updated(changed.Name), state.PublicView(changed));
        return true;
    });
}

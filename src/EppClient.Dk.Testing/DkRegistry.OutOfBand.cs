using EppClient.Dk.Testing.Commands;

namespace EppClient.Dk.Testing;

// What the registry itself does, without a command.
public sealed partial class DkRegistry
{
    private int _failuresToCome;

    /// <summary>Lets the next command fail with <c>2400</c>, as when the registry's own systems are out of order. Several calls fail as many commands.</summary>
    public void FailNextCommand() => Interlocked.Increment(ref _failuresToCome);

    /// <summary>Blocks a domain: it leaves the zone and nobody can change it.</summary>
    /// <param name="domain">The domain name.</param>
    public void Block(string domain) => Change(domain, record => record with { IsBlocked = true });

    /// <summary>Ends a domain's block.</summary>
    /// <param name="domain">The domain name.</param>
    public void Unblock(string domain) => Change(domain, record => record with { IsBlocked = false });

    /// <summary>Sends an invoice for a domain.</summary>
    /// <param name="domain">The domain name.</param>
    public void SendInvoice(string domain) => Change(domain, record => record with { IsUnpaid = true });

    /// <summary>Records that a domain's invoice was paid.</summary>
    /// <param name="domain">The domain name.</param>
    public void RecordPayment(string domain) => Change(domain, record => record with { IsUnpaid = false });

    /// <summary>Suspends a domain whose invoice was not paid; a restore can undo it.</summary>
    /// <param name="domain">The domain name.</param>
    public void SuspendForMissingPayment(string domain) => RunExclusive(state =>
    {
        Deletions.Begin(state, state.Domains[DkDomainName.From(domain)], DkDeletionCause.Unpaid, initiator: null);
        return true;
    });

    /// <summary>Stops the deletion of a domain that is under way; the domain gets a further year.</summary>
    /// <param name="domain">The domain name.</param>
    /// <exception cref="InvalidOperationException">No deletion is under way.</exception>
    public void StopDeletion(string domain) => RunExclusive(state =>
    {
        if (!state.Domains.TryGetValue(DkDomainName.From(domain), out var record) || record.Deletion is null)
        {
            throw new InvalidOperationException($"No deletion of {domain} is under way.");
        }

        Deletions.Stop(state, record);
        return true;
    });

    /// <summary>Ends the check of a contact that is under way: the registry no longer wants it.</summary>
    /// <param name="handle">The contact.</param>
    /// <exception cref="InvalidOperationException">No check is under way.</exception>
    public void CancelCheck(string handle) => RunExclusive(state =>
    {
        Verifications.Cancel(state, handle);
        return true;
    });

    /// <summary>Breaks off a change of registrant that waits for the new one to be checked, and says no more than that.</summary>
    /// <param name="domain">The domain name.</param>
    /// <exception cref="InvalidOperationException">No change of the domain's registrant waits.</exception>
    public void BreakOffRegistrantChange(string domain) => RunExclusive(state =>
    {
        RegistrantChanges.BreakOff(state, DkDomainName.From(domain));
        return true;
    });

    /// <summary>Tells a contact's sponsor that mail to the contact came back.</summary>
    /// <param name="handle">The contact.</param>
    /// <param name="reason">The registry's word for why: antispam, bad_checksum, config, failed or unknown.</param>
    /// <param name="secondary">Whether it was sent to the secondary address, if there is one. Default: to the primary.</param>
    public void ReportBouncedEmail(string handle, string reason, bool secondary = false) => RunExclusive(state =>
    {
        var contact = state.Contacts[handle];
        var (kind, address) = secondary && contact.SecondaryEmail is { } second ? ("secondary", second) : ("primary", contact.Email);
        state.NotifyAccount(contact.Sponsor, VerificationTexts.Bounced(handle, reason, kind, address), state.ViewOf(contact));
        return true;
    });

    /// <summary>Follows a contact's move in the public register that owns its address.</summary>
    /// <param name="handle">The contact.</param>
    /// <param name="address">The new address.</param>
    public void MoveInPublicRegister(string handle, DkAddress address) => RunExclusive(state =>
    {
        var moved = state.Contacts[handle] with { Address = address, UpdatedBy = DkHandle.Registry, Updated = state.Now };
        state.Contacts[handle] = moved;
        state.NotifyAccount(moved.Sponsor, VerificationTexts.InformationUpdated(handle), state.ViewOf(moved));
        return true;
    });

    /// <summary>Offers a free name to somebody on its waiting list, for 14 days.</summary>
    /// <param name="name">The name.</param>
    /// <param name="owner">The handle of who owns the position.</param>
    /// <param name="code">The code that the person gets outside EPP: eight hexadecimal digits.</param>
    /// <exception cref="InvalidOperationException">The name is registered, there is no such contact, or the code has another form.</exception>
    public void OfferFromWaitingList(string name, string owner, string code) => RunExclusive(state =>
    {
        var subject = DkDomainName.From(name);
        if (state.Domains.ContainsKey(subject) || !state.Contacts.ContainsKey(owner) || code is not { Length: 8 } || !code.All(char.IsAsciiHexDigit))
        {
            throw new InvalidOperationException($"{name} has to be free, {owner} a contact, and the code eight hexadecimal digits.");
        }

        WaitingList.Offer(state, subject, owner, code);
        return true;
    });

    /// <summary>Puts money on a registrar's account.</summary>
    /// <param name="account">The account's handle.</param>
    /// <param name="amount">How much.</param>
    public void Deposit(string account, decimal amount) => RunExclusive(state =>
    {
        state.Charge(account, -amount);
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
        var record = state.Domains[DkDomainName.From(domain)];
        var changed = state.Domains[record.Name] = change(record) with { Updated = state.Now };
        state.NotifyAccount(changed.Sponsor, PollTexts.Updated(changed.Name), state.PublicView(changed));
        return true;
    });
}

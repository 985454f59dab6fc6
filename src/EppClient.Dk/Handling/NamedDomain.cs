using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>A domain by its name: reads it if an operation needs its state, and checks what the handling model allows.</summary>
internal sealed class NamedDomain(DkRegistrar registrar, string name) : IDkDomain
{
    public EppDomainName Name { get; } = EppDomainName.From(name);

    public Task<DkHandledDomain> ReadAsync(CancellationToken cancellationToken = default) => registrar.GetDomainAsync(Name.Ascii, cancellationToken);

    public async Task<EppResponse> RenewAsync(CancellationToken cancellationToken = default) =>
        await (await ReadAsync(cancellationToken).ConfigureAwait(false)).SendRenewalAsync(cancellationToken).ConfigureAwait(false);

    public Task<EppResponse> RestoreAsync(CancellationToken cancellationToken = default) =>
        registrar.SendAsync(DkDomain.Restore(Name.Ascii, registrar.Now, registrar.Now), cancellationToken);

    public Task<EppResponse> SetAutoRenewAsync(bool autoRenew, CancellationToken cancellationToken = default) =>
        registrar.SendAsync(DkDomain.SetAutoRenew(Name.Ascii, autoRenew), cancellationToken);

    public async Task<EppResponse> UpdateRegistrantAsync(ContactChange? change, DkContactUpdate? details = null, CancellationToken cancellationToken = default)
    {
        var domain = await ReadAsync<DkRegistrarDomain>(DkOperation.UpdateContact, cancellationToken).ConfigureAwait(false);
        return await domain.UpdateRegistrantAsync(change, details, cancellationToken).ConfigureAwait(false);
    }

    public Task<EppResponse> ChangeRegistrantAsync(string registrant, DateTimeOffset termsAccepted, CancellationToken cancellationToken = default)
    {
        registrar.CheckAcceptance(termsAccepted);
        return registrar.SendAsync(DkDomain.ChangeRegistrant(Name.Ascii, registrant, termsAccepted), cancellationToken);
    }

    public async Task<DkStateChange> SetNameServersAsync(IReadOnlyList<string> nameServers, IReadOnlyList<SecDnsDsData>? dsRecords = null, CancellationToken cancellationToken = default)
    {
        var domain = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return await DelegationChange.SetNameServersAsync(domain, nameServers, dsRecords ?? [], cancellationToken).ConfigureAwait(false);
    }

    public async Task<DkStateChange> SetDsRecordsAsync(IReadOnlyList<SecDnsDsData> records, CancellationToken cancellationToken = default)
    {
        var domain = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return await DelegationChange.SetDsRecordsAsync(domain, records, cancellationToken).ConfigureAwait(false);
    }

    public Task<EppResponse> EndRightOfUseAsync(CancellationToken cancellationToken = default) => registrar.SendAsync(new DomainDelete(Name.Ascii), cancellationToken);

    public async Task<DkAuthInfo> CreateTransferTokenAsync(CancellationToken cancellationToken = default)
    {
        await registrar.SendAsync(DkDomain.CreateTransferToken(Name.Ascii), cancellationToken).ConfigureAwait(false);
        return await registrar.GetTransferTokenAsync(Name.Ascii, cancellationToken).ConfigureAwait(false);
    }

    public Task<EppResponse> RemoveTransferTokenAsync(CancellationToken cancellationToken = default) =>
        registrar.SendAsync(DkDomain.RemoveTransferToken(Name.Ascii), cancellationToken);

    public Task<DkRegistrarDomain> TransferAsync(string token, CancellationToken cancellationToken = default) => registrar.TransferAsync(Name.Ascii, token, cancellationToken);

    public Task<DkRegistrarDomain> TransferWithoutTokenAsync(CancellationToken cancellationToken = default) =>
        registrar.TransferAsync(DkDomain.TransferWithoutToken(Name.Ascii), cancellationToken);

    public async Task<DkStateChange> BecomePayerAsync(CancellationToken cancellationToken = default)
    {
        var domain = await ReadAsync<DkRegistrantDomain>(DkOperation.BecomePayer, cancellationToken).ConfigureAwait(false);
        return await domain.BecomePayerAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<DkStateChange> RemovePayerAsync(string? payer = null, CancellationToken cancellationToken = default)
    {
        var domain = await ReadAsync<DkRegistrantDomain>(DkOperation.RemovePayer, cancellationToken).ConfigureAwait(false);
        return await domain.RemovePayerAsync(payer, cancellationToken).ConfigureAwait(false);
    }

    public async Task<DkStateChange> SetContactsAsync(string? admin = null, string? payer = null, CancellationToken cancellationToken = default)
    {
        var domain = await ReadAsync<DkRegistrantDomain>(DkOperation.AppointAdmin, cancellationToken).ConfigureAwait(false);
        return await domain.SetContactsAsync(DkOperation.AppointAdmin, admin, payer, cancellationToken).ConfigureAwait(false);
    }

    public override string ToString() => Name.ToString();

    // The privileges refuse operations that the handling model lacks, so only the type with the operation remains.
    private async Task<TDomain> ReadAsync<TDomain>(DkOperation operation, CancellationToken cancellationToken)
        where TDomain : DkHandledDomain
    {
        var domain = await ReadAsync(cancellationToken).ConfigureAwait(false);
        domain.Require(operation);
        return domain as TDomain ?? throw new DkRefusedException(DkRefusal.Local(operation, DkPrivilege.NotInModel, Name.Unicode));
    }
}

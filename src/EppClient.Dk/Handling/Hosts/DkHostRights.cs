using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>What the manager of a host may do, and under registrar management the registrar of the domain that the host lies under.</summary>
public sealed class DkHostRights
{
    private readonly DkHandledHost _host;

    internal DkHostRights(DkHandledHost host) => _host = host;

    /// <summary>Brings the addresses to what is wanted.</summary>
    /// <param name="addresses">All addresses that the host shall have, public ones.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public async Task<DkStateChange> SetAddressesAsync(IReadOnlyList<HostAddress> addresses, CancellationToken cancellationToken = default) =>
        DkDesiredState.SetAddresses(_host.Info, addresses) is { } command
            ? new DkStateChange { Responses = [await _host.SendAsync(DkOperation.UpdateHost, command, cancellationToken).ConfigureAwait(false)] }
            : DkStateChange.None;

    /// <summary>Asks somebody else to manage the host. The answer is 1001 unless the new manager belongs to this account.</summary>
    /// <param name="manager">The handle of a contact or a registrar.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> RequestManagerAsync(string manager, CancellationToken cancellationToken = default) =>
        _host.SendAsync(DkOperation.UpdateHost, DkHost.RequestManager(_host.Info.Name, manager), cancellationToken);

    /// <summary>Deletes the host, which no domain may use any more.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<EppResponse> DeleteAsync(CancellationToken cancellationToken = default) =>
        _host.SendAsync(DkOperation.DeleteHost, new HostDelete(_host.Info.Name), cancellationToken);
}

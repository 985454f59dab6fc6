using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>The operations of the manager of a host and, under registrar management, of the registrar of the host's parent domain.</summary>
public sealed class DkHostRights
{
    private readonly DkHandledHost _host;

    internal DkHostRights(DkHandledHost host) => _host = host;

    /// <summary>Sets the addresses.</summary>
    /// <param name="addresses">The complete set of addresses. They must be public.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public async Task<DkStateChange> SetAddressesAsync(IReadOnlyList<HostAddress> addresses, CancellationToken cancellationToken = default) =>
        DkDesiredState.SetAddresses(_host.Info, addresses) is { } command
            ? new DkStateChange { Responses = [await _host.SendAsync(DkOperation.UpdateHost, command, cancellationToken).ConfigureAwait(false)] }
            : DkStateChange.None;

    /// <summary>Requests another manager for the host. The response is 1001, unless the new manager belongs to this account.</summary>
    /// <param name="manager">The handle of a contact or a registrar.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> RequestManagerAsync(string manager, CancellationToken cancellationToken = default) =>
        _host.SendAsync(DkOperation.UpdateHost, DkHost.RequestManager(_host.Info.Name, manager), cancellationToken);

    /// <summary>Deletes the host. No domain may use it.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    public Task<EppResponse> DeleteAsync(CancellationToken cancellationToken = default) =>
        _host.SendAsync(DkOperation.DeleteHost, new HostDelete(_host.Info.Name), cancellationToken);
}

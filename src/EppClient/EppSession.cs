using EppClient.Protocol;
using EppClient.Sessions;

namespace EppClient;

/// <summary>A session rented from a pool for a sequence of commands. Commands are sent in the order of the calls and are not retried.</summary>
/// <remarks>Thread-safe. Dispose the session to return it to the pool; the pool discards a session that failed.</remarks>
public sealed class EppSession : IEppClient, IDirectClient, IAsyncDisposable
{
    private readonly SessionLease _lease;
    private readonly CommandDispatcher _runner;

    internal EppSession(SessionLease lease, CommandDispatcher runner)
    {
        _lease = lease;
        _runner = runner;
    }

    /// <summary>The greeting of the registry when the session was opened or last kept alive.</summary>
    public EppGreeting Greeting => SessionState.Of(_lease.Channel).Greeting;

    /// <summary>The namespaces of the objects announced at login.</summary>
    public IReadOnlyList<string> ObjectUris => SessionState.Of(_lease.Channel).Services.ObjectUris;

    /// <summary>The namespaces of the extensions announced at login.</summary>
    public IReadOnlyList<string> ExtensionUris => SessionState.Of(_lease.Channel).Services.ExtensionUris;

    /// <summary>The security events that the registry reported at login (RFC 8807); empty if there are none.</summary>
    public IReadOnlyList<EppLoginEvent> LoginEvents => SessionState.Of(_lease.Channel).LoginEvents;

    /// <inheritdoc/>
    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(_lease, command, options, isRefusalThrown: false, cancellationToken);

    Task<EppResponse> IDirectClient.SendAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(_lease, command, options, isRefusalThrown: true, cancellationToken);

    Task<EppResponse<TData>> IDirectClient.SendCoreAsync<TData>(IEppCommand<TData> command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken)
        where TData : class =>
        _runner.RunAsync(_lease, command, options, isRefusalThrown, cancellationToken);

    /// <summary>
    /// Requests the registry's greeting, which also keeps the session alive (RFC 5730, section 2.3). If the registry sends something
    /// else, such as a response 2000, throws an <see cref="EppProtocolException"/>; the session can still be used.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation. Cancellation after the hello is written closes the session.</param>
    /// <inheritdoc cref="IEppClient.SendCoreAsync" path="/exception"/>
    public Task<EppGreeting> HelloAsync(CancellationToken cancellationToken = default) => _runner.HelloAsync(_lease, cancellationToken);

    /// <summary>Returns the session to the pool.</summary>
    public ValueTask DisposeAsync()
    {
        _lease.Dispose();
        return ValueTask.CompletedTask;
    }
}

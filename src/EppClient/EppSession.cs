using EppClient.Protocol;
using EppClient.Sessions;

namespace EppClient;

/// <summary>
/// One session, rented from a pool for several commands in a row. Commands go out in the order of the calls, and are not retried.
/// </summary>
/// <remarks>Safe for use by several threads. Dispose it to give the session back; a session that died in use is thrown away by the pool.</remarks>
public sealed class EppSession : IEppClient, IDirectClient, IAsyncDisposable
{
    private readonly SessionLease _lease;
    private readonly CommandDispatcher _runner;

    internal EppSession(SessionLease lease, CommandDispatcher runner)
    {
        _lease = lease;
        _runner = runner;
    }

    /// <summary>What the registry said of itself when the session was opened or last kept alive.</summary>
    public EppGreeting Greeting => SessionState.Of(_lease.Channel).Greeting;

    /// <summary>The namespaces of the objects announced at login.</summary>
    public IReadOnlyList<string> ObjectUris => SessionState.Of(_lease.Channel).Services.ObjectUris;

    /// <summary>The namespaces of the extensions announced at login.</summary>
    public IReadOnlyList<string> ExtensionUris => SessionState.Of(_lease.Channel).Services.ExtensionUris;

    /// <summary>What the registry said at login about the security of the account (RFC 8807); empty where all is well or it says nothing.</summary>
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
    /// <param name="cancellationToken">The token to cancel the operation; once the hello is written, that closes the session.</param>
    /// <inheritdoc cref="IEppClient.SendCoreAsync" path="/exception"/>
    public Task<EppGreeting> HelloAsync(CancellationToken cancellationToken = default) => _runner.HelloAsync(_lease, cancellationToken);

    /// <summary>Gives the session back to the pool.</summary>
    public ValueTask DisposeAsync()
    {
        _lease.Dispose();
        return ValueTask.CompletedTask;
    }
}

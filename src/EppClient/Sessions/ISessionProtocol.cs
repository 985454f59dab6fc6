namespace EppClient.Sessions;

/// <summary>What opens, probes and closes a session; the messages are known to the layer above only.</summary>
/// <remarks>Called for one session at a time, never twice at once for the same one. A failure of any of the three ends that session.</remarks>
internal interface ISessionProtocol
{
    /// <summary>
    /// Waits until a login is allowed, before there is a connection: registries close those that wait for a login. What it returns is
    /// disposed when the login has succeeded or failed.
    /// </summary>
    /// <exception cref="EppTimeoutException">It was not allowed before the deadline.</exception>
    ValueTask<IDisposable?> AdmitAsync(Deadline deadline, CancellationToken caller, CancellationToken owner) => default;

    /// <summary>Receives the greeting and logs in. What later commands need goes into <see cref="SessionChannel.ProtocolState"/>.</summary>
    /// <exception cref="Exception">The session was not opened. One that is an <see cref="IAuthenticationFailure"/> counts against the credentials.</exception>
    ValueTask OpenAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken);

    /// <summary>Requests a sign of life: sends hello and reads the greeting, or another response.</summary>
    ValueTask ProbeAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken);

    /// <summary>Logs out.</summary>
    ValueTask CloseAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken);
}

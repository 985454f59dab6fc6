using EppClient.Diagnostics;
using EppClient.Protocol;
using EppClient.Sessions;
using EppClient.Transport;
using EppClient.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient;

/// <summary>
/// Sessions with one registry, under one account: opens them when they are needed, keeps them alive, replaces those that die,
/// and never has more open than the registry allows. Make one for an account and keep it for as long as the process runs.
/// </summary>
/// <remarks>
/// <para>Safe for use by several threads. Making a pool opens no connection.</para>
/// <example>
/// <code>
/// await using var pool = new EppSessionPool(new EppOptions { Host = "epp.example", ClientId = "REG-1", Password = secret });
/// EppResponse&lt;DomainCheckResult&gt; check = await pool.SendAsync(new DomainCheck("a.example", "b.example"));
/// foreach (var item in check.Data.Items)
/// {
///     Console.WriteLine($"{item.Name}: {(item.Available ? "free" : item.Reason)}");
/// }
/// </code>
/// </example>
/// </remarks>
public sealed class EppSessionPool : IEppClient, IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly SessionPool _sessions;
    private readonly CredentialStore _credentials;
    private readonly CommandRunner _runner;

    /// <summary>Makes a pool.</summary>
    /// <param name="options">How to reach the registry.</param>
    /// <param name="loggerFactory">Where logs go. Default: nowhere.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public EppSessionPool(EppOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
        loggerFactory ??= NullLoggerFactory.Instance;
        _time = timeProvider ?? TimeProvider.System;
        var schemas = new EppSchemaSet([.. options.Profile.Schemas, EppLoginSecuritySchema.Instance]);
        var logger = loggerFactory.CreateLogger(LogCategories.Command);
        var tap = WireTap.Create(options.WireLog, options.LogWire, schemas, loggerFactory);
        _credentials = new CredentialStore(options.ClientId, options.Password, options.NewPassword, _time);
        var login = new LoginSettings(options.Language, options.LoginSecurity, options.UserAgent);
        var events = new LoginEventReporter(options.LoginEventListener, loggerFactory.CreateLogger(LogCategories.Session));
        var protocol = new SessionProtocol(options.Profile, _credentials, login, schemas, tap, events, _time);
        _sessions = new SessionPool(Settings(options, protocol, loggerFactory, _time));
        _runner = new CommandRunner(
            _sessions,
            protocol,
            new CommandExchange(options.Profile, schemas, tap, new PendingActionTracker(), logger),
            new OperationMeter(options.Profile.Name, options.Host, options.Port, _time),
            options.RetryPipeline ?? EppResilience.CreateDefault(_time),
            options.Timeouts,
            _time);
    }

    /// <summary>The options that the pool was made with.</summary>
    public EppOptions Options { get; }

    /// <inheritdoc/>
    public Task<EppResponse> TransactAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(command, options, cancellationToken);

    /// <summary>
    /// Takes a session for several commands in a row, on one connection and in order. No retries: a command on it that fails is
    /// the caller's to judge. Dispose the session to give it back.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EppTimeoutException">All sessions were in use, or none could be opened, for <see cref="EppTimeoutOptions.Command"/>.</exception>
    /// <exception cref="EppConnectionException">No session could be opened.</exception>
    /// <exception cref="EppAuthenticationException">The registry refused the login.</exception>
    public async Task<EppSession> RentAsync(CancellationToken cancellationToken = default)
    {
        var lease = await _sessions.RentAsync(Deadline.After(_time, Options.Timeouts.Command), cancellationToken).ConfigureAwait(false);
        return new EppSession(lease, _runner);
    }

    /// <summary>
    /// Lets all sessions log out, those in use once they are given back, and forgets earlier failures to connect or log in: after
    /// a change at the registry, or when a refused account works again.
    /// </summary>
    public void Clear() => _sessions.Clear();

    /// <summary>Logs out and closes all sessions, within <see cref="EppTimeoutOptions.Logout"/>; callers that wait for one get an exception.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sessions.DisposeAsync().ConfigureAwait(false);
        _credentials.Dispose();
    }

    internal static PoolSettings Settings(EppOptions options, ISessionProtocol protocol, ILoggerFactory loggerFactory, TimeProvider time)
    {
        var target = new ConnectTarget(options.Host, options.Port, options.LocalAddress);
        var logger = loggerFactory.CreateLogger(LogCategories.Transport);
        return new PoolSettings
        {
            Connector = new TlsConnector(target, options.Tls, new TcpDialer(target, options.Timeouts.Connect, time, logger), logger),
            Protocol = protocol,
            LoggerFactory = loggerFactory,
            Name = options.Profile.Name,
            Target = target,
            Time = time,
            Pool = options.EffectivePool,
            Timeouts = options.Timeouts,
            Frames = options.EffectiveFrames,
        };
    }
}

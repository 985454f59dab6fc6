using EppClient.Authentication;
using EppClient.Diagnostics;
using EppClient.PendingActions;
using EppClient.Protocol;
using EppClient.RateLimiting;
using EppClient.Recovery;
using EppClient.Sessions;
using EppClient.Transport;
using EppClient.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EppClient;

/// <summary>
/// A pool of sessions with one registry for one account. The pool opens sessions when they are needed, keeps them alive, replaces those that end, and
/// never has more open than the registry allows. Create one pool per account and keep it for the lifetime of the process.
/// </summary>
/// <remarks>
/// <para>Thread-safe. Creating a pool opens no connection.</para>
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
public sealed class EppSessionPool : IEppClient, IDirectClient, IAsyncDisposable
{
    private readonly SessionPool _sessions;
    private readonly CredentialStore _credentials;
    private readonly CommandRateLimiter _rateLimiter;
    private readonly GreetingMonitor _greetings;
    private readonly ReconciliationService _outcomes;
    private readonly JournalRecords _records;
    private readonly PoolJournal? _journal;
    private readonly CommandDispatcher _runner;

    /// <summary>Creates a pool.</summary>
    /// <param name="options">The options of the registry and the account.</param>
    /// <param name="loggerFactory">The logger factory. Default: null, no logging.</param>
    /// <param name="timeProvider">The clock. Default: null, the system clock.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public EppSessionPool(EppOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options, loggerFactory, timeProvider, connector: null)
    {
    }

    /// <summary>For tests, which supply their own connector.</summary>
    internal EppSessionPool(EppOptions options, ILoggerFactory? loggerFactory, TimeProvider? timeProvider, IConnector? connector)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
        loggerFactory ??= NullLoggerFactory.Instance;
        Time = timeProvider ?? TimeProvider.System;
        var schemas = new EppSchemaSet([.. options.Profile.Schemas, EppLoginSecuritySchema.Instance]);
        var logger = loggerFactory.CreateLogger(LogCategories.Command);
        var tap = WireTap.Create(options.Observability.WireListener, options.Observability.EnableWireLogging, schemas, loggerFactory);
        var sessionLogger = loggerFactory.CreateLogger(LogCategories.Session);
        _credentials = new CredentialStore(
            options.ClientId, options.Credentials ?? new FixedCredentials(options.Password!), options.Login.NewPassword, Time, sessionLogger);
        _rateLimiter = new CommandRateLimiter(
            options.Profile.Limits, options.RateLimiter, new RateLimiterMetrics(options.Profile.Name, options.Host, options.Port), Time, logger);
        _greetings = new GreetingMonitor(options.Profile, options.Observability.MaxClockSkew, options.Observability.GreetingListener, Time, sessionLogger);
        var login = new LoginSettings(options.Login.Language, options.Login.Security, options.Login.UserAgent);
        var events = new LoginEventReporter(options.Observability.LoginEventListener, sessionLogger);
        var readReporter = new ReadReporter(options.Profile.Name, options.Host, options.Port, logger);
        var protocol = new SessionProtocol(options.Profile, _credentials, _rateLimiter, _greetings, login, schemas, tap, events, readReporter, Time);
        _sessions = new SessionPool(Settings(options, protocol, connector, loggerFactory, Time));
        _records = new JournalRecords(options, schemas, _greetings, Time, logger);
        _outcomes = new ReconciliationService(options, schemas, _records, Time, logger);
        _journal = options.Recovery.Journal is null ? null : _records.KeepIn(options.Recovery.Journal);
        _runner = new CommandDispatcher(
            _sessions,
            protocol,
            new CommandExchange(options.Profile, schemas, tap, new PendingActionTracker(options.Profile.UndoneActionTexts), readReporter, logger),
            _rateLimiter,
            new CommandMetrics(options.Profile.Name, options.Host, options.Port, Time),
            RetryPolicy.Of(options, Time),
            _outcomes,
            _records,
            _journal,
            options.Timeouts,
            Time);
    }

    /// <summary>The options of the pool.</summary>
    public EppOptions Options { get; }

    /// <summary>The account and server of the pool, such as <c>REG-1@epp.example:700</c>, as in its journal records.</summary>
    public string Account => _records.Account;

    /// <summary>
    /// How far the registry's clock was ahead of this machine's clock at the last greeting; null before the first session. Accurate to the
    /// transmission time of a message.
    /// </summary>
    public TimeSpan? ClockSkew => _greetings.ClockSkew;

    /// <summary>The sessions of the pool and the callers that wait for one, at this instant.</summary>
    public EppPoolStatistics Statistics => _sessions.Statistics;

    /// <inheritdoc/>
    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(lease: null, command, options, isRefusalThrown: false, cancellationToken);

    Task<EppResponse> IDirectClient.SendAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(lease: null, command, options, isRefusalThrown: true, cancellationToken);

    Task<EppResponse<TData>> IDirectClient.SendCoreAsync<TData>(IEppCommand<TData> command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken)
        where TData : class =>
        _runner.RunAsync(lease: null, command, options, isRefusalThrown, cancellationToken);

    /// <summary>
    /// Rents a session for a sequence of commands on one connection. Commands are not retried on it; the caller handles failures. Dispose the session
    /// to return it to the pool.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppTimeoutException">All sessions were in use, or none could be opened, within <see cref="EppTimeoutOptions.Command"/>.</exception>
    /// <exception cref="EppConnectionException">No session could be opened.</exception>
    /// <exception cref="EppAuthenticationException">The registry rejected the login.</exception>
    public Task<EppSession> RentAsync(CancellationToken cancellationToken = default) => RentAsync(EppPriority.Interactive, cancellationToken);

    /// <param name="priority">The priority among waiting callers.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <inheritdoc cref="RentAsync(CancellationToken)" path="/*[not(self::param)]"/>
    public async Task<EppSession> RentAsync(EppPriority priority, CancellationToken cancellationToken = default)
    {
        var lease = await _sessions.RentAsync(new LeaseKind(priority, IsShared: false), Deadline.After(Time, Options.Timeouts.Command), cancellationToken).ConfigureAwait(false);
        return new EppSession(lease, _runner);
    }

    /// <summary>
    /// Opens the sessions of <see cref="EppPoolOptions.MinSessions"/>, several in parallel, and waits until they are open. Call it before a service
    /// reports that it is ready; otherwise they are opened in the background.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation. Sessions that were opened stay open.</param>
    /// <exception cref="EppException">A session could not be opened, or not in time. The pool continues to try in the background.</exception>
    public Task WarmUpAsync(CancellationToken cancellationToken = default) => _sessions.WarmUpAsync(cancellationToken);

    /// <summary>
    /// Changes the password of the account (RFC 5730, section 2.9.1.1): one login requests the change, later logins use the new password, and open
    /// sessions stay open. If the response to that login is lost, the next login determines which password the registry has.
    /// </summary>
    /// <remarks>
    /// <see cref="EppOptions.Credentials"/> is called before and after the change, so the password is not lost if the process crashes. Without it,
    /// only the pool remembers the change: store the new password before you call this method. One free session is closed to free capacity for the
    /// login.
    /// </remarks>
    /// <param name="newPassword">The new password. Never logged.</param>
    /// <param name="cancellationToken">The token to cancel the operation. Whether the change was made is then unknown; the next login determines it.</param>
    /// <exception cref="EppValidationException">The password violates a rule of the registry. The old password is unchanged.</exception>
    /// <exception cref="EppCommandException">The registry rejected the change. The old password is unchanged.</exception>
    /// <exception cref="EppTimeoutException">
    /// The change was not made, or the registry did not respond, within <see cref="EppTimeoutOptions.Command"/>.
    /// </exception>
    /// <exception cref="EppConnectionException">No session could be opened.</exception>
    /// <exception cref="InvalidOperationException">Another change is in progress.</exception>
    public Task ChangePasswordAsync(string newPassword, CancellationToken cancellationToken = default) =>
        new PasswordChanger(_sessions, _credentials, Options.Profile, Time).ChangeAsync(newPassword, Options.Timeouts.Command, cancellationToken);

    /// <summary>
    /// Queries the registry for the outcomes of commands that earlier processes sent with this account without getting a response, as
    /// <see cref="EppRecoveryOptions.Journal"/> lists them. Call it after a start. Commands whose outcome is determined are removed from the journal; the
    /// others stay until a later call determines it, or until you call <see cref="IEppCommandJournal.CompleteAsync"/>. Commands of this and other
    /// pools of the process are skipped until their pool is disposed. If the registry shows no effect of a command, it is queried again
    /// <see cref="EppProfile.ReconciliationDelay"/> and 10 seconds after this process first read the record; until then the sender's operating system
    /// may still send.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation. Commands that were not queried yet stay in the journal.</param>
    /// <returns>One result for each record, in the order in which the records were made; empty if the pool has no journal.</returns>
    /// <exception cref="EppJournalException">The journal cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled the operation.</exception>
    public async Task<IReadOnlyList<EppJournalResult>> ReconcileJournalAsync(CancellationToken cancellationToken = default)
    {
        if (_journal is null)
        {
            return [];
        }

        List<EppJournalResult> findings = [];
        foreach (var record in await _journal.ReadLeftAsync(cancellationToken).ConfigureAwait(false))
        {
            findings.Add(await FindAsync(record, _journal, cancellationToken).ConfigureAwait(false));
        }

        return findings;
    }

    /// <summary>
    /// Queries the registry for the outcome of one command that an earlier process recorded. For applications that store records themselves: the
    /// record is not completed in any journal.
    /// </summary>
    /// <param name="record">The record; it must belong to this pool's account.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The record belongs to another account; registries show objects differently to different accounts.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled the operation.</exception>
    public Task<EppJournalResult> ReconcileAsync(EppJournalRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Account == Account
            ? FindAsync(record.ByClock(Time, Time.GetTimestamp()), journal: null, cancellationToken)
            : throw new ArgumentException($"{record} was sent by {record.Account}, and this pool is {Account}. Use a pool of that account.", nameof(record));
    }

    /// <summary>
    /// Logs out all sessions, those in use when they are returned, and clears earlier failures to connect or log in. Call it after a change at the
    /// registry, or when a locked account works again.
    /// </summary>
    public void Clear() => _sessions.Clear();

    /// <summary>
    /// Logs out and closes all sessions. Callers that wait for a session get an exception. Sessions in use have
    /// <see cref="EppTimeoutOptions.Logout"/> to be returned and logged out, and the registry has the same time to close those that the client had to
    /// end.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _sessions.DisposeAsync().ConfigureAwait(false);
        await _records.EndAsync(Options.Timeouts.Logout).ConfigureAwait(false);
        _rateLimiter.Dispose();
        _credentials.Dispose();
    }

    internal TimeProvider Time { get; }

    private async Task<EppJournalResult> FindAsync(EppJournalRecord record, PoolJournal? journal, CancellationToken cancellationToken)
    {
        try
        {
            return _outcomes.CreateIndeterminate(record, journal, _runner) is { } command
                ? new EppJournalResult(record, await command.ReconcileAsync(cancellationToken).ConfigureAwait(false), null)
                : new EppJournalResult(record, null, new EppJournalException(
                    $"No schema of the profile {Options.Profile} describes the object of {record}, so the registry cannot be queried about it. Use the profile that the command was sent with."));
        }
        catch (EppException e)
        {
            return new EppJournalResult(record, null, e);
        }
    }

    internal static PoolSettings Settings(EppOptions options, ISessionProtocol protocol, IConnector? connector, ILoggerFactory loggerFactory, TimeProvider time)
    {
        var target = new ConnectTarget(options.Host, options.Port, options.Connection.LocalAddress) { Greets = !options.Profile.HelloFirst };
        var logger = loggerFactory.CreateLogger(LogCategories.Transport);
        return new PoolSettings
        {
            Connector = connector ?? Connector(options, target, time, logger),
            Protocol = protocol,
            Quota = options.Pool.Quota,
            LoggerFactory = loggerFactory,
            Name = options.Profile.Name,
            Target = target,
            Time = time,
            Pool = options.EffectivePool,
            Timeouts = options.EffectiveTimeouts,
            Frames = options.EffectiveFrames,
        };
    }

    private static IConnector Connector(EppOptions options, ConnectTarget target, TimeProvider time, ILogger logger)
    {
        if (options.EffectiveFallbacks.Count == 0)
        {
            return Direct(target, options.Timeouts.Connect);
        }

        ConnectTarget[] targets = [target, .. options.EffectiveFallbacks.Select(endpoint => target with { Host = endpoint.Host, Port = endpoint.Port })];
        var share = FailoverConnector.ShareOf(options.Timeouts.Connect, targets.Length);
        return new FailoverConnector(
            [.. targets.Select(one => new FailoverConnector.Server(one.ToString(), Direct(one, share), one.Greets))], options.Timeouts.Connect, options.Connection.FailbackInterval, time, logger);

        TlsConnector Direct(ConnectTarget to, TimeSpan timeout) => TlsConnector.Create(to, options.Connection.Proxy, options.EffectiveTls, timeout, time, logger);
    }
}

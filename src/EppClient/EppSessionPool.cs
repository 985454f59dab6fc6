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
public sealed class EppSessionPool : IEppClient, IDirectClient, IAsyncDisposable
{
    private readonly SessionPool _sessions;
    private readonly CredentialStore _credentials;
    private readonly CommandRateLimiter _budget;
    private readonly GreetingMonitor _greetings;
    private readonly ReconciliationService _outcomes;
    private readonly JournalRecords _records;
    private readonly PoolJournal? _journal;
    private readonly CommandDispatcher _runner;

    /// <summary>Makes a pool.</summary>
    /// <param name="options">How to reach the registry.</param>
    /// <param name="loggerFactory">Where logs go. Default: nowhere.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    public EppSessionPool(EppOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options, loggerFactory, timeProvider, connector: null)
    {
    }

    /// <summary>For tests, which bring a network of their own.</summary>
    internal EppSessionPool(EppOptions options, ILoggerFactory? loggerFactory, TimeProvider? timeProvider, IConnector? connector)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
        loggerFactory ??= NullLoggerFactory.Instance;
        Time = timeProvider ?? TimeProvider.System;
        var schemas = new EppSchemaSet([.. options.Profile.Schemas, EppLoginSecuritySchema.Instance]);
        var logger = loggerFactory.CreateLogger(LogCategories.Command);
        var tap = WireTap.Create(options.WireListener, options.EnableWireLogging, schemas, loggerFactory);
        var sessionLogger = loggerFactory.CreateLogger(LogCategories.Session);
        _credentials = new CredentialStore(
            options.ClientId, options.Credentials ?? new FixedCredentials(options.Password!), options.NewPassword, Time, sessionLogger);
        _budget = new CommandRateLimiter(
            options.Profile.Limits, options.RateLimiter, new RateLimiterMetrics(options.Profile.Name, options.Host, options.Port), Time, logger);
        _greetings = new GreetingMonitor(options.Profile, options.MaxClockSkew, options.GreetingListener, Time, sessionLogger);
        var login = new LoginSettings(options.Language, options.LoginSecurity, options.UserAgent);
        var events = new LoginEventReporter(options.LoginEventListener, sessionLogger);
        var oddities = new ReadReporter(options.Profile.Name, options.Host, options.Port, logger);
        var protocol = new SessionProtocol(options.Profile, _credentials, _budget, _greetings, login, schemas, tap, events, oddities, Time);
        _sessions = new SessionPool(Settings(options, protocol, connector, loggerFactory, Time));
        _records = new JournalRecords(options, schemas, _greetings, Time, logger);
        _outcomes = new ReconciliationService(options, schemas, _records, Time, logger);
        _journal = options.Journal is null ? null : _records.KeepIn(options.Journal);
        _runner = new CommandDispatcher(
            _sessions,
            protocol,
            new CommandExchange(options.Profile, schemas, tap, new PendingActionTracker(options.Profile.UndoneActionTexts), oddities, logger),
            _budget,
            new CommandMetrics(options.Profile.Name, options.Host, options.Port, Time),
            RetryPolicy.Of(options, Time),
            _outcomes,
            _records,
            _journal,
            options.Timeouts,
            Time);
    }

    /// <summary>The options that the pool was made with.</summary>
    public EppOptions Options { get; }

    /// <summary>Which login at which server the pool is, such as <c>REG-1@epp.example:700</c>: what its records in a journal bear.</summary>
    public string Account => _records.Account;

    /// <summary>How far the registry's clock was ahead of this machine's when it last greeted; null before the first session. Accurate to the time that a message takes.</summary>
    public TimeSpan? ClockSkew => _greetings.ClockSkew;

    /// <inheritdoc/>
    public Task<EppResponse> SendCoreAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(lease: null, command, options, isRefusalThrown: false, cancellationToken);

    Task<EppResponse> IDirectClient.SendAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken) =>
        _runner.RunAsync(lease: null, command, options, isRefusalThrown: true, cancellationToken);

    Task<EppResponse<TData>> IDirectClient.SendCoreAsync<TData>(IEppCommand<TData> command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken)
        where TData : class =>
        _runner.RunAsync(lease: null, command, options, isRefusalThrown, cancellationToken);

    /// <summary>
    /// Takes a session for several commands in a row, on one connection and in order. No retries: a command on it that fails is
    /// the caller's to judge. Dispose the session to give it back.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EppTimeoutException">All sessions were in use, or none could be opened, for <see cref="EppTimeoutOptions.Command"/>.</exception>
    /// <exception cref="EppConnectionException">No session could be opened.</exception>
    /// <exception cref="EppAuthenticationException">The registry refused the login.</exception>
    public Task<EppSession> RentAsync(CancellationToken cancellationToken = default) => RentAsync(EppPriority.Interactive, cancellationToken);

    /// <param name="priority">Who goes first where callers wait.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <inheritdoc cref="RentAsync(CancellationToken)"/>
    public async Task<EppSession> RentAsync(EppPriority priority, CancellationToken cancellationToken = default)
    {
        var lease = await _sessions.RentAsync(new LeaseKind(priority, IsShared: false), Deadline.After(Time, Options.Timeouts.Command), cancellationToken).ConfigureAwait(false);
        return new EppSession(lease, _runner);
    }

    /// <summary>
    /// Opens the sessions of <see cref="EppPoolOptions.MinSessions"/>, several at a time, and waits for them: before a service reports
    /// that it is ready. Without it they are opened in the background.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting; what was opened stays open.</param>
    /// <exception cref="EppException">A session could not be opened, or not in time; the pool tries again in the background all the same.</exception>
    public Task WarmUpAsync(CancellationToken cancellationToken = default) => _sessions.WarmUpAsync(cancellationToken);

    /// <summary>
    /// Changes the password of the account (RFC 5730, section 2.9.1.1): one login asks for it, later ones use it, and sessions that
    /// are open go on. Where the answer to that login is lost, the next login finds out which password the registry has.
    /// </summary>
    /// <remarks>
    /// <see cref="EppOptions.Credentials"/> is told before and after, so that nothing is lost in a crash. Without it the pool alone
    /// remembers the change: store the new password before you call this. One free session is closed to make room for that login.
    /// </remarks>
    /// <param name="newPassword">The new password. Never logged.</param>
    /// <param name="cancellationToken">The token to cancel the operation; the change may then have been made or not, which the next login finds out.</param>
    /// <exception cref="EppValidationException">It breaks a rule of the registry; the password is the one that it was.</exception>
    /// <exception cref="EppCommandException">The registry refused the change; the password is the one that it was.</exception>
    /// <exception cref="EppTimeoutException">The change was not made, or not answered, within <see cref="EppTimeoutOptions.Command"/>.</exception>
    /// <exception cref="EppConnectionException">No session could be opened.</exception>
    /// <exception cref="InvalidOperationException">Another change is under way.</exception>
    public Task ChangePasswordAsync(string newPassword, CancellationToken cancellationToken = default) =>
        new PasswordChanger(_sessions, _credentials, Options.Profile, Time).ChangeAsync(newPassword, Options.Timeouts.Command, cancellationToken);

    /// <summary>
    /// Queries the registry for the outcomes of commands that earlier processes sent with this account without getting a response, as
    /// <see cref="EppOptions.Journal"/> lists them. Call it after a start. Settled commands are removed from the journal; the others
    /// stay until they are settled, or until you call <see cref="IEppCommandJournal.CompleteAsync"/>. Commands of this and other pools of the process
    /// are skipped until their pool is disposed. If the registry shows no effect of a command, it is queried again
    /// <see cref="EppProfile.ReconciliationDelay"/> and 10 seconds after this process first read the record; until then the sender's system may still send.
    /// </summary>
    /// <param name="cancellationToken">The token to cancel the operation; what was not asked yet stays in the journal.</param>
    /// <returns>One finding for each record, in the order in which they were made; none where the pool has no journal.</returns>
    /// <exception cref="EppJournalException">The journal cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
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
    /// Asks the registry what became of one command that an earlier process recorded. For those who keep records of their own; the record
    /// is not settled in any journal.
    /// </summary>
    /// <param name="record">The record, of the account of this pool.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The record is of another account, whose objects this one sees with other eyes.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<EppJournalResult> ReconcileAsync(EppJournalRecord record, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Account == Account
            ? FindAsync(record.ByClock(Time, Time.GetTimestamp()), journal: null, cancellationToken)
            : throw new ArgumentException($"{record} was sent by {record.Account}, and this pool is {Account}. Use a pool of that account.", nameof(record));
    }

    /// <summary>
    /// Lets all sessions log out, those in use once they are given back, and forgets earlier failures to connect or log in: after
    /// a change at the registry, or when a refused account works again.
    /// </summary>
    public void Clear() => _sessions.Clear();

    /// <summary>
    /// Logs out and closes all sessions; callers that wait for one get an exception. Sessions in use have <see cref="EppTimeoutOptions.Logout"/>
    /// to be returned and logged out, and the registry has the same time to close those that had to be ended.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _sessions.DisposeAsync().ConfigureAwait(false);
        await _records.EndAsync(Options.Timeouts.Logout).ConfigureAwait(false);
        _budget.Dispose();
        _credentials.Dispose();
    }

    internal TimeProvider Time { get; }

    /// <summary>The pool's accounts, for tests.</summary>
    internal PoolSnapshot Snapshot => _sessions.Snapshot;

    private async Task<EppJournalResult> FindAsync(EppJournalRecord record, PoolJournal? journal, CancellationToken cancellationToken)
    {
        try
        {
            return _outcomes.CreateIndeterminate(record, journal, _runner) is { } command
                ? new EppJournalResult(record, await command.ReconcileAsync(cancellationToken).ConfigureAwait(false), null)
                : new EppJournalResult(record, null, new EppJournalException(
                    $"No schema of the profile {Options.Profile} knows the object of {record}, so that nothing can be asked about it. Use the profile that sent it."));
        }
        catch (EppException e)
        {
            return new EppJournalResult(record, null, e);
        }
    }

    internal static PoolSettings Settings(EppOptions options, ISessionProtocol protocol, IConnector? connector, ILoggerFactory loggerFactory, TimeProvider time)
    {
        var target = new ConnectTarget(options.Host, options.Port, options.LocalAddress) { Greets = !options.Profile.HelloFirst };
        var logger = loggerFactory.CreateLogger(LogCategories.Transport);
        return new PoolSettings
        {
            Connector = connector ?? Connector(options, target, time, logger),
            Protocol = protocol,
            Quota = options.SessionQuota,
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
        var share = options.Timeouts.Connect / targets.Length;
        return new FailoverConnector(
            [.. targets.Select(one => new FailoverConnector.Server(one.ToString(), Direct(one, share), one.Greets))], options.Timeouts.Connect, options.FailbackInterval, time, logger);

        TlsConnector Direct(ConnectTarget to, TimeSpan timeout) => TlsConnector.Create(to, options.Proxy, options.EffectiveTls, timeout, time, logger);
    }
}

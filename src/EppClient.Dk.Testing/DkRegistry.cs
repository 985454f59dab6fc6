using EppClient.Dk.Testing.Persistence;

namespace EppClient.Dk.Testing;

/// <summary>
/// The .dk registry without a network: its objects, its rules, its clock and its messages. Actions that are due at a certain time run before the
/// next command after that time.
/// </summary>
/// <remarks>Thread-safe: runs one operation at a time.</remarks>
public sealed partial class DkRegistry
{
    private readonly Lock _turn = new();
    private readonly DkState _state;

    /// <summary>Creates an empty registry.</summary>
    /// <param name="options">The options. Default: null, the defaults.</param>
    /// <param name="clock">The clock. Default: null, a clock that shows the system time.</param>
    public DkRegistry(DkRegistryOptions? options = null, DkClock? clock = null)
    {
        Clock = clock ?? new DkClock();
        Options = options ?? new DkRegistryOptions();
        _state = new DkState(Options, Now());
    }

    /// <summary>The options.</summary>
    public DkRegistryOptions Options { get; }

    /// <summary>The registry's clock.</summary>
    public DkClock Clock { get; }

    /// <summary>Whether the registry is shutting down: the next response of each session is its last.</summary>
    public bool IsShuttingDown { get; private set; }

    /// <summary>Runs the jobs that are due. Commands do this automatically.</summary>
    public void RunPendingJobs() => RunExclusive(static _ => true);

    /// <summary>Moves the clock and runs the jobs that are due by then.</summary>
    /// <param name="time">The new time.</param>
    public void AdvanceTo(DateTimeOffset time)
    {
        Clock.AdvanceTo(time);
        RunPendingJobs();
    }

    /// <summary>Moves the clock and runs the jobs that are due by then.</summary>
    /// <param name="time">The time span.</param>
    public void Advance(TimeSpan time)
    {
        Clock.Advance(time);
        RunPendingJobs();
    }

    /// <summary>Begins to shut down: each session gets the response to its current command and is closed.</summary>
    public void BeginShutdown() => IsShuttingDown = true;

    /// <summary>Ends the shutdown.</summary>
    public void EndShutdown() => IsShuttingDown = false;

    /// <summary>Gets the current state of a domain.</summary>
    /// <param name="name">The name, with U-labels or A-labels.</param>
    /// <returns>The domain; null if it does not exist.</returns>
    public DkDomainRecord? FindDomain(string name) => RunExclusive(state => state.Domains.GetValueOrDefault(EppDomainName.From(name)));

    /// <summary>Gets the current state of a contact.</summary>
    /// <param name="handle">Its handle.</param>
    /// <returns>The contact; null if it does not exist.</returns>
    public DkContactRecord? FindContact(string handle) => RunExclusive(state => state.Contacts.GetValueOrDefault(handle));

    /// <summary>Gets the current state of a host.</summary>
    /// <param name="name">The name, with U-labels or A-labels.</param>
    /// <returns>The host; null if it does not exist.</returns>
    public DkHostRecord? FindHost(string name) => RunExclusive(state => state.Hosts.GetValueOrDefault(EppDomainName.From(name)));

    /// <summary>Gets the current state of a registrar's account.</summary>
    /// <param name="handle">Its handle.</param>
    /// <returns>The account; null if it does not exist.</returns>
    public DkAccount? FindAccount(string handle) => RunExclusive(state => state.Accounts.GetValueOrDefault(handle));

    /// <summary>Gets a snapshot of the registry's contents.</summary>
    /// <returns>The contents.</returns>
    public DkRegistrySnapshot Snapshot() => RunExclusive(static state => new DkRegistrySnapshot
    {
        Time = state.Now,
        Accounts = [.. state.Accounts.Values],
        Users = [.. state.Users.Values],
        Contacts = [.. state.Contacts.Values],
        Domains = [.. state.Domains.Values.Select(domain => new DkDomainStatus(domain, DomainStatuses.Of(state, domain)))],
        Hosts = [.. state.Hosts.Values],
        Offers = [.. state.Offers.Values],
        Messages = [.. state.Users.Keys.SelectMany(user => state.MessagesOf(user), (user, message) => new DkWaitingMessage(user, message.Id, message.Queued, message.Text)).OrderBy(message => message.Id)],
        ConsentRequests = [.. state.Requests.Select(request => new DkConsentRequest(request.Person, request.Subject.Unicode, request.Description, request.Expires))],
        FastTrackTransfers = [.. state.FastTrackTransfers],
    });

    /// <summary>
    /// Saves the contents of the registry and everything that is pending as a JSON document, from which <see cref="DkRegistryBuilder.FromJson"/> restores it.
    /// The document contains passwords, tokens and personal data; use test data only. Pending applications restart their processing time.
    /// </summary>
    /// <returns>The document.</returns>
    public string ToJson() => RunExclusive(StateSaver.Save);

    /// <summary>Gets the actions of a person outside EPP: by letter, by e-mail, or on the registry's web pages.</summary>
    /// <param name="handle">The person's handle.</param>
    /// <returns>The person.</returns>
    public DkPerson Person(string handle) => new(this, handle);

    internal DkCommandResult Execute(string user, string? clientTransactionId, Func<DkCall, DkResult> command) => RunExclusive(state =>
    {
        var call = new DkCall(state, state.Users[user], clientTransactionId, state.Identifiers.NextTransactionId(state.Now));
        var result = command(call);
        var waiting = state.MessagesOf(user);
        return new DkCommandResult(result, call.Initiator.ServerTransactionId, waiting.Count, waiting.Count == 0 ? null : waiting[0].Id);
    });

    internal T RunExclusive<T>(Func<DkState, T> action)
    {
        lock (_turn)
        {
            _state.Schedule.RunUntil(_state, Now());
            return action(_state);
        }
    }

    /// <summary>The registry counts in whole seconds.</summary>
    private DateTimeOffset Now()
    {
        var now = Clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}

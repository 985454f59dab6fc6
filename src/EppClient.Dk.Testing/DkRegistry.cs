using EppClient.Dk.Testing.Persistence;

namespace EppClient.Dk.Testing;

/// <summary>
/// The .dk registry: its objects, its rules, its clock and its messages, without a wire. What waits for time to pass happens
/// before the next command that finds the clock there.
/// </summary>
/// <remarks>Thread-safe: one turn at a time.</remarks>
public sealed partial class DkRegistry
{
    private readonly Lock _turn = new();
    private readonly DkState _state;

    /// <summary>Creates an empty registry.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="clock">Its clock; null for one that shows the system's time.</param>
    public DkRegistry(DkRegistryOptions? options = null, DkClock? clock = null)
    {
        Clock = clock ?? new DkClock();
        Options = options ?? new DkRegistryOptions();
        _state = new DkState(Options, Now());
    }

    /// <summary>How it behaves.</summary>
    public DkRegistryOptions Options { get; }

    /// <summary>The registry's clock.</summary>
    public DkClock Clock { get; }

    /// <summary>Whether the registry shuts down: the next answer of each session is its last.</summary>
    public bool IsShuttingDown { get; private set; }

    /// <summary>Does what is due. Commands do the same by themselves.</summary>
    public void RunPendingJobs() => RunExclusive(static _ => true);

    /// <summary>Moves the clock and does what is due by then.</summary>
    /// <param name="time">What the clock shall show.</param>
    public void AdvanceTo(DateTimeOffset time)
    {
        Clock.AdvanceTo(time);
        RunPendingJobs();
    }

    /// <summary>Moves the clock and does what is due by then.</summary>
    /// <param name="time">How far.</param>
    public void Advance(TimeSpan time)
    {
        Clock.Advance(time);
        RunPendingJobs();
    }

    /// <summary>Begins to shut down: sessions get an answer to what they sent and are closed.</summary>
    public void BeginShutdown() => IsShuttingDown = true;

    /// <summary>Ends the shutdown.</summary>
    public void EndShutdown() => IsShuttingDown = false;

    /// <summary>A domain as it is now.</summary>
    /// <param name="name">The name, in either form.</param>
    /// <returns>The domain; null where there is none.</returns>
    public DkDomainRecord? FindDomain(string name) => RunExclusive(state => state.Domains.GetValueOrDefault(DkDomainName.From(name)));

    /// <summary>A contact as it is now.</summary>
    /// <param name="handle">Its handle.</param>
    /// <returns>The contact; null where there is none.</returns>
    public DkContactRecord? FindContact(string handle) => RunExclusive(state => state.Contacts.GetValueOrDefault(handle));

    /// <summary>A host as it is now.</summary>
    /// <param name="name">The name, in either form.</param>
    /// <returns>The host; null where there is none.</returns>
    public DkHostRecord? FindHost(string name) => RunExclusive(state => state.Hosts.GetValueOrDefault(DkDomainName.From(name)));

    /// <summary>A registrar's account as it is now.</summary>
    /// <param name="handle">Its handle.</param>
    /// <returns>The account; null where there is none.</returns>
    public DkAccount? FindAccount(string handle) => RunExclusive(state => state.Accounts.GetValueOrDefault(handle));

    /// <summary>All that the registry holds, at one moment.</summary>
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
    });

    /// <summary>
    /// All that the registry holds and has under way, as a JSON document from which <see cref="DkRegistryBuilder.FromJson"/> makes it
    /// again. It holds passwords, tokens and personal data: those of tests, one hopes. Applications that wait begin their wait anew.
    /// </summary>
    /// <returns>The document.</returns>
    public string ToJson() => RunExclusive(StateSaver.Save);

    /// <summary>What a person can do without EPP: by letter, by mail, or on the registry's pages.</summary>
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

namespace EppClient.Dk.Testing.State;

/// <summary>The complete state of the registry. Not thread-safe: <see cref="DkRegistry"/> runs one operation at a time.</summary>
internal sealed class DkState
{
    private readonly Dictionary<string, List<DkMessage>> _messages = new(StringComparer.Ordinal);

    public DkState(DkRegistryOptions options, DateTimeOffset now)
    {
        Options = options;
        Now = now;
        Domains = new DkDomainTable(this);
    }

    public DkRegistryOptions Options { get; }

    /// <summary>The time of the current command or job.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>The deadline for requests that are made now.</summary>
    public DateTimeOffset ApprovalDeadline => Now + Options.ApprovalTerm;

    public DateOnly Today => DanishTime.DayOf(Now);

    public DkIdentifiers Identifiers { get; } = new();

    public DkSchedule Schedule { get; } = new();

    public Dictionary<string, DkAccount> Accounts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, DkServiceUser> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DkContactRecord> Contacts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public DkDomainTable Domains { get; }

    public Dictionary<EppDomainName, DkHostRecord> Hosts { get; } = [];

    public List<DkApplication> Applications { get; } = [];

    public Dictionary<EppDomainName, DkWaitingListOffer> Offers { get; } = [];

    public List<DkRequest> Requests { get; } = [];

    public List<DkRegistrantChange> RegistrantChanges { get; } = [];

    public List<DkFastTrackTransfer> FastTrackTransfers { get; } = [];

    /// <summary>Generates an unused handle.</summary>
    public string NewHandle(string name)
    {
        var handle = Identifiers.NextHandle(name);
        while (Contacts.ContainsKey(handle))
        {
            handle = Identifiers.NextHandle(name);
        }

        return handle;
    }

    public IReadOnlyList<DkMessage> MessagesOf(string user) => _messages.TryGetValue(user, out var queue) ? queue : [];

    public void Notify(string? user, string text, DkMessagePayload? payload)
    {
        if (user is null)
        {
            return;
        }

        if (!_messages.TryGetValue(user, out var queue))
        {
            _messages[user] = queue = [];
        }

        queue.Add(new DkMessage(Identifiers.NextMessageId(), Now, text, payload));
    }

    /// <summary>Queues a message that no command of the account started. The registry and persons have no queue.</summary>
    public void NotifyAccount(string handle, string text, DkMessagePayload? payload)
    {
        if (Accounts.TryGetValue(handle, out var account))
        {
            Notify(account.DefaultPollUser ?? Users.Values.FirstOrDefault(user => DkHandle.Same(user.Account, handle))?.Name, text, payload);
        }
    }

    /// <summary>Restores messages that an earlier registry had queued.</summary>
    public void Requeue(string user, IReadOnlyList<DkMessage> messages) => _messages[user] = [.. messages];

    public bool Acknowledge(string user, long id) =>
        _messages.TryGetValue(user, out var queue) && queue.RemoveAll(message => message.Id == id) > 0;

    public void Charge(string handle, decimal amount)
    {
        if (Accounts.TryGetValue(handle, out var account))
        {
            Accounts[handle] = account with { Balance = account.Balance - amount };
        }
    }

    /// <summary>Sends a request to a person; the request expires.</summary>
    public void RequestConsent(DkRequest request)
    {
        Requests.Add(request);
        Schedule.At(request.Expires, state =>
        {
            if (state.Requests.Remove(request))
            {
                request.Expire(state);
            }
        });
    }
}

/// <summary>A message in a service user's queue. The payload is the object at the time when the message was written.</summary>
internal sealed record DkMessage(long Id, DateTimeOffset Queued, string Text, DkMessagePayload? Payload);

/// <summary>A change of registrant that waits for the new registrant's check.</summary>
internal sealed record DkRegistrantChange(EppDomainName Name, string Handle, DkInitiator Initiator);

namespace EppClient.Dk.Testing;

/// <summary>What a registrant, a contact or a name server manager does outside EPP.</summary>
public sealed class DkPerson
{
    private readonly DkRegistry _registry;

    internal DkPerson(DkRegistry registry, string handle)
    {
        _registry = registry;
        Handle = handle;
    }

    /// <summary>The person's handle.</summary>
    public string Handle { get; }

    /// <summary>Makes a token with which any registrar can take one of the person's domains over.</summary>
    /// <param name="domain">The domain name.</param>
    /// <returns>The token, <c>OWN-TRANSFER-</c> and digits.</returns>
    /// <exception cref="InvalidOperationException">The person is not the domain's registrant.</exception>
    public string CreateTransferToken(string domain) => _registry.RunExclusive(state =>
    {
        if (!state.Domains.TryGetValue(DkDomainName.From(domain), out var record) || !DkHandle.Same(record.Registrant, Handle))
        {
            throw new InvalidOperationException($"{Handle} is not the registrant of {domain}.");
        }

        return Tokens.Create(state, record, "OWN", DkTokenPurpose.Transfer).Value;
    });

    /// <summary>Passes the checks of identity and data that are under way.</summary>
    /// <exception cref="InvalidOperationException">No check is under way, or persons do not respond (<see cref="DkRegistryOptions.PersonsRespond"/>).</exception>
    public void CompleteIdCheck() => CompleteChecks(DkChecks.All);

    /// <summary>Passes one check that is under way, or both. Each ends with a message of its own; domains wait for the last one.</summary>
    /// <param name="checks">Which.</param>
    /// <exception cref="InvalidOperationException">No such check is under way, or persons do not respond (<see cref="DkRegistryOptions.PersonsRespond"/>).</exception>
    public void CompleteChecks(DkChecks checks) => Respond(state => Verifications.Complete(state, Handle, checks));

    /// <summary>Fails the check of identity. The registry suspends the person's domains.</summary>
    /// <exception cref="InvalidOperationException">No check is under way, or nobody responds (<see cref="DkRegistryOptions.PersonsRespond"/>).</exception>
    public void FailIdCheck() => Respond(state => Verifications.Reject(state, Handle));

    /// <summary>Confirms a new primary or secondary e-mail address, whichever waits for it.</summary>
    /// <exception cref="InvalidOperationException">No address waits, or nobody responds (<see cref="DkRegistryOptions.PersonsRespond"/>).</exception>
    public void ConfirmEmail() => Respond(state => EmailChanges.Confirm(state, Handle));

    /// <summary>Says yes to what the registry asked about a domain or host: a change of name servers, a deletion, a role.</summary>
    /// <param name="name">The name of the domain or host.</param>
    /// <exception cref="InvalidOperationException">The registry asked nothing about it.</exception>
    public void Accept(string name) => RespondTo(name, static (request, state) => request.Accept(state));

    /// <summary>Says no to what the registry asked about a domain or host.</summary>
    /// <param name="name">The name of the domain or host.</param>
    /// <exception cref="InvalidOperationException">The registry asked nothing about it.</exception>
    public void Refuse(string name) => RespondTo(name, static (request, state) => request.Refuse(state));

    private void Respond(Action<DkState> action)
    {
        if (!_registry.Options.PersonsRespond)
        {
            throw new InvalidOperationException($"As in the registry's own sandbox, {Handle} cannot respond. Let the registrar vouch for the contact, or use a foreign one.");
        }

        Do(action);
    }

    private void RespondTo(string name, Action<DkRequest, DkState> response) => Do(state =>
    {
        var subject = DkDomainName.From(name);
        var open = state.Requests.FindAll(request => request.Subject == subject && DkHandle.Same(request.Person, Handle));
        if (open.Count == 0)
        {
            throw new InvalidOperationException($"{Handle} was asked nothing about {name}.");
        }

        foreach (var request in open)
        {
            state.Requests.Remove(request);
            response(request, state);
        }
    });

    private void Do(Action<DkState> action) => _registry.RunExclusive(state =>
    {
        action(state);
        return true;
    });
}

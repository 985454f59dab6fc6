using System.Net;
using EppClient.Dk.Testing.FastTrack;

namespace EppClient.Dk.Testing;

/// <summary>The actions of a registrant, a contact or a name server manager outside EPP.</summary>
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

    /// <summary>Creates a token with which any registrar can transfer one of the person's domains.</summary>
    /// <param name="domain">The domain name.</param>
    /// <returns>The token, <c>OWN-TRANSFER-</c> and digits.</returns>
    /// <exception cref="InvalidOperationException">The person is not the domain's registrant.</exception>
    public string CreateTransferToken(string domain) => _registry.RunExclusive(state =>
    {
        if (!state.Domains.TryGetValue(EppDomainName.From(domain), out var record) || !DkHandle.Same(record.Registrant, Handle))
        {
            throw new InvalidOperationException($"{Handle} is not the registrant of {domain}.");
        }

        return Tokens.Create(state, record, "OWN", DkTokenPurpose.Transfer).Value;
    });

    /// <summary>
    /// Starts a fast-track transfer of some of the person's domains, with the person's consent: the registry issues a token for each domain and posts them, with
    /// the person's data, to the registrar's endpoint (<see cref="DkAccount.FastTrack"/>). The domains are transferred when the registrar uses the tokens.
    /// </summary>
    /// <param name="registrar">The handle of the registrar, which has opted in.</param>
    /// <param name="domains">The domain names, at least one.</param>
    /// <param name="address">The address from which the person consents. Default: null, the loopback address.</param>
    /// <param name="cancellationToken">The token to cancel the operation. The tokens of the domains stay valid until they expire.</param>
    /// <returns>What the registrant reads in self-service: a redirect to the registrar, or why there is none.</returns>
    /// <exception cref="ArgumentException">There are no domains, or one is given twice.</exception>
    /// <exception cref="InvalidOperationException">
    /// The registrar has not opted in or manages a domain already, the person is not the registrant of a domain or has no telephone number, a domain cannot be
    /// transferred, or persons do not respond (<see cref="DkRegistryOptions.PersonsRespond"/>): the registry's own sandbox has no self-service.
    /// </exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled; the registrar may have received the request.</exception>
    public Task<DkFastTrackTransfer> StartFastTrackTransferAsync(
        string registrar, IReadOnlyList<string> domains, IPAddress? address = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registrar);
        ArgumentNullException.ThrowIfNull(domains);
        var names = domains.Select(EppDomainName.From).ToList();
        if (names.Count == 0 || names.Distinct().Count() != names.Count)
        {
            throw new ArgumentException("A fast-track transfer needs at least one domain, and each domain once.", nameof(domains));
        }

        return FastTrackTransfers.RunAsync(_registry, Handle, registrar, names, address ?? IPAddress.Loopback, cancellationToken);
    }

    /// <summary>Passes the pending checks of identity and data.</summary>
    /// <exception cref="InvalidOperationException">No check is pending, or persons do not respond (<see cref="DkRegistryOptions.PersonsRespond"/>).</exception>
    public void CompleteIdCheck() => CompleteChecks(DkChecks.All);

    /// <summary>Passes one or both pending checks. Each ends with its own message; domains wait for the last one.</summary>
    /// <param name="checks">The checks to pass.</param>
    /// <exception cref="InvalidOperationException">No such check is pending, or persons do not respond (<see cref="DkRegistryOptions.PersonsRespond"/>).</exception>
    public void CompleteChecks(DkChecks checks) => Respond(state => Verifications.Complete(state, Handle, checks));

    /// <summary>Fails the check of identity. The registry suspends the person's domains.</summary>
    /// <exception cref="InvalidOperationException">No check is pending, or persons do not respond (<see cref="DkRegistryOptions.PersonsRespond"/>).</exception>
    public void FailIdCheck() => Respond(state => Verifications.Reject(state, Handle));

    /// <summary>Confirms a new primary or secondary e-mail address, whichever is pending.</summary>
    /// <exception cref="InvalidOperationException">No address is pending, or persons do not respond (<see cref="DkRegistryOptions.PersonsRespond"/>).</exception>
    public void ConfirmEmail() => Respond(state => EmailChanges.Confirm(state, Handle));

    /// <summary>Accepts the registry's requests about a domain or host: a change of name servers, a deletion, a role.</summary>
    /// <param name="name">The name of the domain or host.</param>
    /// <exception cref="InvalidOperationException">There is no request about it.</exception>
    public void Accept(string name) => RespondTo(name, static (request, state) => request.Accept(state));

    /// <summary>Refuses the registry's requests about a domain or host.</summary>
    /// <param name="name">The name of the domain or host.</param>
    /// <exception cref="InvalidOperationException">There is no request about it.</exception>
    public void Refuse(string name) => RespondTo(name, static (request, state) => request.Refuse(state));

    private void Respond(Action<DkState> action)
    {
        if (!_registry.Options.PersonsRespond)
        {
            throw new InvalidOperationException($"As in the registry's own sandbox, {Handle} cannot respond. Have the registrar verify the contact, or use a foreign one.");
        }

        Do(action);
    }

    private void RespondTo(string name, Action<DkRequest, DkState> response) => Do(state =>
    {
        var subject = EppDomainName.From(name);
        var open = state.Requests.FindAll(request => request.Subject == subject && DkHandle.Same(request.Person, Handle));
        if (open.Count == 0)
        {
            throw new InvalidOperationException($"There is no request to {Handle} about {name}.");
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

using EppClient.Commands.Balance;
using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Commands.Host;
using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>
/// An account at the .dk registry, and the objects of the registry as this account sees them: its own, those under registrant management,
/// and those of other registrars. Each kind is a type that offers what the handling model allows.
/// </summary>
/// <remarks>
/// Refusals are a <see cref="DkRefusedException"/> with one reason for each cause, whether the registry refused or the model did.
/// Safe for use by several threads. What has been fetched stays as it was: fetch it again after a change.
/// </remarks>
/// <example>
/// <code>
/// var registrar = new DkRegistrar(pool, "REG-100001");
/// switch (await registrar.GetDomainAsync("eksempel.dk", cancellationToken))
/// {
///     case DkRegistrarDomain ours:
///         await ours.RenewAsync(cancellationToken);
///         break;
///     case DkRegistrantDomain { AsPayer: { } payer }:
///         await payer.RenewAsync(cancellationToken);
///         break;
/// }
/// </code>
/// </example>
public sealed class DkRegistrar
{
    private readonly DkRegistrarOptions _options;

    /// <summary>Creates it.</summary>
    /// <param name="client">A pool or a session with <see cref="DkProfile.Current"/>.</param>
    /// <param name="handle">The account's handle, <c>REG-</c> and digits; not the name of the login.</param>
    /// <param name="options">What else there is to know; null for the defaults.</param>
    /// <exception cref="ArgumentException">The handle is no registrar's.</exception>
    public DkRegistrar(IEppClient client, string handle, DkRegistrarOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (DkHandling.Of(handle) != DkHandlingModel.RegistrarManaged)
        {
            throw new ArgumentException("A registrar's handle is REG- and digits, such as REG-100001. The name of the login, such as EPP-123, is another thing.", nameof(handle));
        }

        Client = client;
        Handle = handle;
        _options = options ?? new DkRegistrarOptions();
    }

    /// <summary>The account's handle.</summary>
    public string Handle { get; }

    internal IEppClient Client { get; }

    internal DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>Reads a domain.</summary>
    /// <param name="name">The name, in any form.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// A <see cref="DkRegistrarDomain"/>, a <see cref="DkRegistrantDomain"/>, a <see cref="DkForeignDomain"/> of another registrar, or a
    /// <see cref="DkOfferedDomain"/> that waits for the head of its waiting list.
    /// </returns>
    /// <exception cref="DkRefusedException">The registry refused, for instance because there is no such domain.</exception>
    public async Task<DkHandledDomain> GetDomainAsync(string name, CancellationToken cancellationToken = default) =>
        DkHandledDomain.From(this, await QueryAsync(new DomainInfo(name), cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a contact.</summary>
    /// <param name="id">Its handle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A <see cref="DkRegistrarContact"/>, a <see cref="DkRegistrantContact"/>, or a <see cref="DkForeignContact"/> of another registrar.</returns>
    /// <exception cref="DkRefusedException">The registry refused: there is no such contact, or the account has nothing to do with it.</exception>
    public Task<DkHandledContact> GetContactAsync(string id, CancellationToken cancellationToken = default) => GetContactAsync(id, isRegistrant: false, cancellationToken);

    /// <summary>Reads a host.</summary>
    /// <param name="name">Its name, in any form.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A <see cref="DkRegistrarHost"/>, a <see cref="DkRegistrantHost"/>, or a <see cref="DkForeignHost"/> of another registrar.</returns>
    /// <exception cref="DkRefusedException">The registry refused, for instance because there is no such host.</exception>
    public async Task<DkHandledHost> GetHostAsync(string name, CancellationToken cancellationToken = default) =>
        DkHandledHost.From(this, (await QueryAsync(new HostInfo(name), cancellationToken).ConfigureAwait(false)).Data);

    /// <summary>Reads the account's balance, in Danish kroner.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DkRefusedException">The registry refused: the login may not see it.</exception>
    public async Task<BalanceInfoResult> GetBalanceAsync(CancellationToken cancellationToken = default) =>
        (await QueryAsync(new BalanceInfo(), cancellationToken).ConfigureAwait(false)).Data;

    /// <summary>Creates a contact, or finds the account's contact with the same data.</summary>
    /// <param name="contact">The person or organization.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The handle, and whether the contact was there before.</returns>
    /// <exception cref="EppValidationException">The data breaks a rule of its kind; nothing was sent.</exception>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    public Task<DkCreatedContact> CreateOrReuseContactAsync(DkNewContact contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return CreateContactAsync(contact.ToCommand(reuse: true), cancellationToken);
    }

    /// <summary>Creates a contact in any case.</summary>
    /// <inheritdoc cref="CreateOrReuseContactAsync"/>
    public Task<DkCreatedContact> CreateContactAsync(DkNewContact contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return CreateContactAsync(contact.ToCommand(reuse: false), cancellationToken);
    }

    /// <summary>Applies for a domain. The answer is 1001: the decision comes as a poll message.</summary>
    /// <param name="application">The application.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer: its <see cref="EppResponse.Pending"/> ends with the decision, its <see cref="DkDomainCreateResult"/> has the tracking number.</returns>
    /// <exception cref="DkRefusedException">The time of acceptance is outside of its window, or the registry refused.</exception>
    public Task<EppResponse> ApplyAsync(DkDomainApplication application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        CheckAcceptance(application.TermsAccepted);
        return SendAsync(application.ToCommand(), cancellationToken);
    }

    /// <summary>Takes a domain over with a token, from another registrar or from registrant management.</summary>
    /// <param name="name">The domain.</param>
    /// <param name="token">The token that the registrant or the losing registrar has passed on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The domain as it is now: with a new registrant handle, a copy of the old contact that this account manages.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    /// <exception cref="InvalidOperationException">The registry carried the transfer out, but the domain could not be read afterwards.</exception>
    public Task<DkRegistrarDomain> TakeOverAsync(string name, string token, CancellationToken cancellationToken = default) =>
        TransferAsync(DkDomain.Transfer(name, token), cancellationToken);

    internal async Task<DkRegistrarDomain> TransferAsync(DomainTransfer command, CancellationToken cancellationToken)
    {
        await SendAsync(command, cancellationToken).ConfigureAwait(false);
        return await GetChangedDomainAsync(command.Name, $"The registry carried the transfer of {command.Name} out", cancellationToken).ConfigureAwait(false) as DkRegistrarDomain
            ?? throw new InvalidOperationException($"The registry carried the transfer out, and shows another sponsor than {Handle}. Is that the account's handle?");
    }

    /// <summary>Reads a domain that the registry has changed. A failure must not look as if it had not.</summary>
    /// <exception cref="InvalidOperationException">The domain could not be read.</exception>
    internal async Task<DkHandledDomain> GetChangedDomainAsync(string name, string change, CancellationToken cancellationToken)
    {
        try
        {
            return await GetDomainAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EppException or InvalidOperationException)
        {
            throw new InvalidOperationException($"{change}. The domain could not be read afterwards: {e.Message} Read it with {nameof(GetDomainAsync)}, and do not send the command again.", e);
        }
    }

    internal async Task<DkHandledContact> GetContactAsync(string id, bool isRegistrant, CancellationToken cancellationToken) =>
        DkHandledContact.From(this, await QueryAsync(new ContactInfo(id), cancellationToken).ConfigureAwait(false), isRegistrant);

    internal void CheckAcceptance(DateTimeOffset termsAccepted)
    {
        if (DkOrderConfirmation.Check(termsAccepted, _options.TimeProvider) is { } refusal)
        {
            throw new DkRefusedException(refusal);
        }
    }

    /// <summary>Whether a handle is this account, or a contact that belongs to it.</summary>
    internal bool Owns(string? handle) => IsSame(handle, Handle) || _options.OwnContacts.Any(own => IsSame(handle, own));

    internal bool Sponsors(string? sponsoringClientId) => IsSame(sponsoringClientId, Handle);

    /// <exception cref="DkRefusedException">The registry refused.</exception>
    internal async Task<EppResponse> SendAsync(IEppCommand command, CancellationToken cancellationToken)
    {
        var response = await Client.ExecuteAsync(command, cancellationToken).ConfigureAwait(false);
        return DkRefusal.From(response) is { } refusal ? throw new DkRefusedException(refusal) : response;
    }

    internal async Task<EppResponse<TData>> QueryAsync<TData>(IEppCommand<TData> command, CancellationToken cancellationToken)
        where TData : class
    {
        var response = await Client.ExecuteAsync(command, cancellationToken).ConfigureAwait(false);
        return DkRefusal.From(response) is { } refusal ? throw new DkRefusedException(refusal) : response;
    }

    private async Task<DkCreatedContact> CreateContactAsync(ContactCreate command, CancellationToken cancellationToken)
    {
        var response = await QueryAsync(command, cancellationToken).ConfigureAwait(false);
        return new DkCreatedContact(response);
    }

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

using EppClient.Bulk;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// An account at the .dk registry, and the registry's objects as this account sees them: its own, those under registrant management, and those of other registrars.
/// Each kind is a type that offers what the handling model allows; <see cref="Domain"/> performs operations by name.
/// </summary>
/// <remarks>
/// A refusal is a <see cref="DkRefusedException"/> with one reason for each cause, whether the registry or the handling model refused.
/// Thread-safe. Objects that were read do not change: read them again after a change.
/// </remarks>
/// <example>
/// <code>
/// var registrar = new DkRegistrar(pool, "REG-100001");
/// await registrar.Domain("andet-eksempel.dk").SetAutoRenewAsync(autoRenew: false, cancellationToken);
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
public sealed class DkRegistrar : IDkRegistrar
{
    private readonly DkRegistrarOptions _options;

    /// <summary>Creates an instance for an account.</summary>
    /// <param name="client">A pool or a session with <see cref="DkProfile.Current"/>.</param>
    /// <param name="handle">The account's handle: <c>REG-</c> and digits. Not the name of the login.</param>
    /// <param name="options">The options. Default: null, the defaults.</param>
    /// <exception cref="ArgumentException">The handle is not a registrar's handle.</exception>
    public DkRegistrar(IEppClient client, string handle, DkRegistrarOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (DkHandling.Of(handle) != DkHandlingModel.RegistrarManaged)
        {
            throw new ArgumentException("A registrar's handle is REG- and digits, such as REG-100001. The name of the login, such as EPP-123, is not a handle.", nameof(handle));
        }

        Client = client;
        Handle = handle;
        _options = options ?? new DkRegistrarOptions();
    }

    /// <inheritdoc/>
    public string Handle { get; }

    internal IEppClient Client { get; }

    internal DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <inheritdoc/>
    public IDkDomain Domain(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new NamedDomain(this, name);
    }

    /// <inheritdoc/>
    public async Task<DkHandledDomain> GetDomainAsync(string name, CancellationToken cancellationToken = default) =>
        DkHandledDomain.From(this, await QueryAsync(new DomainInfo(name), cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public Task<DkHandledContact> GetContactAsync(string id, CancellationToken cancellationToken = default) => GetContactAsync(id, isRegistrant: false, cancellationToken);

    /// <inheritdoc/>
    public async Task<DkHandledHost> GetHostAsync(string name, CancellationToken cancellationToken = default) =>
        DkHandledHost.From(this, (await QueryAsync(new HostInfo(name), cancellationToken).ConfigureAwait(false)).Data);

    /// <inheritdoc/>
    public async Task<BalanceInfoResult> GetBalanceAsync(CancellationToken cancellationToken = default) =>
        (await QueryAsync(new BalanceInfo(), cancellationToken).ConfigureAwait(false)).Data;

    /// <inheritdoc/>
    public Task<DkCreatedContact> CreateOrReuseContactAsync(DkNewContact contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return CreateContactAsync(contact.ToCommand(reuse: true), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DkCreatedContact> CreateContactAsync(DkNewContact contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return CreateContactAsync(contact.ToCommand(reuse: false), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<EppResponse> ApplyAsync(DkDomainApplication application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        CheckAcceptance(application.TermsAccepted);
        return SendAsync(application.ToCommand(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DkRegistrarDomain> TransferAsync(string name, string token, CancellationToken cancellationToken = default) =>
        TransferAsync(DkDomain.Transfer(name, token), cancellationToken);

    /// <inheritdoc/>
    public EppBulkJob CreateJob(IEppBulkStore store, EppBulkTask task, EppBulkOptions? options = null) => Client is EppSessionPool pool
        ? new EppBulkJob(pool, store, task, options, loggerFactory: null, _options.TimeProvider)
        : throw new InvalidOperationException($"A job uses all sessions of a pool: create the {nameof(DkRegistrar)} with an {nameof(EppSessionPool)}.");

    internal async Task<DkRegistrarDomain> TransferAsync(DomainTransfer command, CancellationToken cancellationToken)
    {
        await SendAsync(command, cancellationToken).ConfigureAwait(false);
        return await GetChangedDomainAsync(command.Name, $"The registry carried out the transfer of {command.Name}", cancellationToken).ConfigureAwait(false) as DkRegistrarDomain
            ?? throw new InvalidOperationException($"The registry carried out the transfer, but shows a sponsor other than {Handle}. Check that this is the account's handle.");
    }

    /// <summary>Reads a domain that the registry has changed. The exception of a failed read says that the change was carried out.</summary>
    /// <exception cref="InvalidOperationException">The domain could not be read.</exception>
    internal async Task<DkHandledDomain> GetChangedDomainAsync(string name, string change, CancellationToken cancellationToken)
    {
        try
        {
            return await GetDomainAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EppException or InvalidOperationException)
        {
            throw new InvalidOperationException($"{change}. The domain could not be read afterwards: {e.Message} Read it with {nameof(GetDomainAsync)}; do not send the command again.", e);
        }
    }

    /// <summary>Reads the token that the registry has just created.</summary>
    /// <exception cref="InvalidOperationException">The domain could not be read, or does not show it.</exception>
    internal async Task<DkAuthInfo> GetTransferTokenAsync(string name, CancellationToken cancellationToken)
    {
        var domain = await GetChangedDomainAsync(name, $"The registry created a token for {name}", cancellationToken).ConfigureAwait(false);
        return domain.Details.TransferToken
            ?? throw new InvalidOperationException($"The registry created a token for {domain.Name} but does not show it: another login has removed or used it.");
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

    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    internal async Task<EppResponse> SendAsync(IEppCommand command, CancellationToken cancellationToken)
    {
        var response = await Client.TrySendAsync(command, cancellationToken).ConfigureAwait(false);
        return DkRefusal.From(response) is { } refusal ? throw new DkRefusedException(refusal) : response;
    }

    internal async Task<EppResponse<TData>> QueryAsync<TData>(IEppCommand<TData> command, CancellationToken cancellationToken)
        where TData : class
    {
        var response = await Client.TrySendAsync(command, cancellationToken).ConfigureAwait(false);
        return DkRefusal.From(response) is { } refusal ? throw new DkRefusedException(refusal) : response;
    }

    private async Task<DkCreatedContact> CreateContactAsync(ContactCreate command, CancellationToken cancellationToken)
    {
        var response = await QueryAsync(command, cancellationToken).ConfigureAwait(false);
        return new DkCreatedContact(response);
    }

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The options of a <see cref="DkRegistrar"/>.</summary>
public sealed record DkRegistrarOptions
{
    /// <summary>
    /// Handles of contacts that are linked to the account, such as a former name server manager; their roles count as the account's. Default: none, as at the registry
    /// since November 2025: linked handles no longer have access to portal and EPP, and roles belong to the account's own handle (<c>REG-</c> and digits). Set this only
    /// for handles whose roles the registry still accepts for the account.
    /// </summary>
    public IReadOnlyList<string> OwnContacts { get; init; } = [];

    /// <summary>The clock against which the acceptance of terms is checked. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

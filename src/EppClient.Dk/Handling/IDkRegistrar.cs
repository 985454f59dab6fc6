using EppClient.Bulk;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// An account at the .dk registry: the interface of <see cref="DkRegistrar"/>, for code that is tested without a registry.
/// </summary>
/// <remarks>
/// <para>Three ways lead to a domain. <see cref="Domain"/> performs one operation by name and reads only what the operation needs.
/// <see cref="GetDomainAsync"/> reads the domain first and returns a type for its handling model, for code that decides by the state of the domain.
/// <see cref="CreateJob"/> is for many domains: each row exactly once, also where the process is killed and run again.</para>
/// <para>A refusal is a <see cref="DkRefusedException"/> with a <see cref="DkRefusalReason"/>, whether the registry refused or the handling model made the refusal
/// certain, so that nothing was sent. Failures of the connection are those of <see cref="IEppClient"/>.</para>
/// </remarks>
public interface IDkRegistrar
{
    /// <summary>The handle of the account, <c>REG-</c> and digits.</summary>
    string Handle { get; }

    /// <summary>The operations on a domain by its name. Nothing is sent until one of them is called.</summary>
    /// <param name="name">The name, with its own letters or in Punycode, in upper or lower case.</param>
    /// <returns>The operations. Safe for use by several threads; holds no state of the domain.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    IDkDomain Domain(string name);

    /// <summary>Reads a domain. One command: info.</summary>
    /// <param name="name">The name, with its own letters or in Punycode, in upper or lower case.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>
    /// A <see cref="DkRegistrarDomain"/>, a <see cref="DkRegistrantDomain"/>, a <see cref="DkOtherRegistrarDomain"/> of another registrar, or a
    /// <see cref="DkOfferedDomain"/> that is offered to the first of its waiting list.
    /// </returns>
    /// <exception cref="DkRefusedException">The registry refused, for instance because there is no such domain.</exception>
    Task<DkHandledDomain> GetDomainAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Reads a contact. One command: info.</summary>
    /// <param name="id">The handle.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>A <see cref="DkRegistrarContact"/>, a <see cref="DkRegistrantContact"/>, or a <see cref="DkOtherRegistrarContact"/> of another registrar.</returns>
    /// <exception cref="DkRefusedException">The registry refused: there is no such contact, or the account has no relation to it.</exception>
    Task<DkHandledContact> GetContactAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Reads a host. One command: info.</summary>
    /// <param name="name">The name, with its own letters or in Punycode, in upper or lower case.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>A <see cref="DkRegistrarHost"/>, a <see cref="DkRegistrantHost"/>, or a <see cref="DkOtherRegistrarHost"/> of another registrar.</returns>
    /// <exception cref="DkRefusedException">The registry refused, for instance because there is no such host.</exception>
    Task<DkHandledHost> GetHostAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Reads the balance of the prepaid account, in Danish kroner. One command: info.</summary>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <exception cref="DkRefusedException">The registry refused: the login lacks the right.</exception>
    Task<BalanceInfoResult> GetBalanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a contact, or finds one with the same data. One command: create with <c>auto</c>.</summary>
    /// <param name="contact">The person or organization.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The handle, and whether the contact existed.</returns>
    /// <exception cref="EppValidationException">The data breaks a rule of its kind; nothing was sent.</exception>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    Task<DkCreatedContact> CreateOrReuseContactAsync(DkNewContact contact, CancellationToken cancellationToken = default);

    /// <summary>Creates a contact in any case. One command: create with <c>force</c>.</summary>
    /// <inheritdoc cref="CreateOrReuseContactAsync"/>
    Task<DkCreatedContact> CreateContactAsync(DkNewContact contact, CancellationToken cancellationToken = default);

    /// <summary>Applies for a domain. One command: create. The response is 1001; the decision is a poll message.</summary>
    /// <param name="application">The application.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The response: its <see cref="EppResponse.Pending"/> ends with the decision, its <see cref="DkDomainCreateResult"/> has the tracking number.</returns>
    /// <exception cref="DkRefusedException">The time of acceptance is outside of its window, so that nothing was sent, or the registry refused.</exception>
    Task<EppResponse> ApplyAsync(DkDomainApplication application, CancellationToken cancellationToken = default);

    /// <summary>Takes a domain over with a token, from another registrar or from registrant management. Two commands: transfer and info.</summary>
    /// <param name="name">The domain.</param>
    /// <param name="token">The token from the registrant or the losing registrar.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>The domain as it is now: with a new registrant handle, a copy of the former contact that this account manages.</returns>
    /// <exception cref="DkRefusedException">The registry refused.</exception>
    /// <exception cref="InvalidOperationException">The registry carried the transfer out, but the domain could not be read afterwards.</exception>
    Task<DkRegistrarDomain> TransferAsync(string name, string token, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a job for many domains or contacts: one row each, over all sessions of the pool and behind other callers, exactly once also where the process is killed and
    /// run again. Tasks are in <see cref="DkBulkTasks"/> and <see cref="EppBulkTasks"/>.
    /// </summary>
    /// <param name="store">The store of the job's rows; the same after a restart.</param>
    /// <param name="task">What is done with each row; the same after a restart.</param>
    /// <param name="options">Settings of the job. Default: null, the defaults.</param>
    /// <returns>The job. Nothing is sent until it runs.</returns>
    /// <exception cref="InvalidOperationException">The registrar was made with a session or a wrapper, not with a pool: a job needs all of its sessions.</exception>
    EppBulkJob CreateJob(IEppBulkStore store, EppBulkTask task, EppBulkOptions? options = null);
}

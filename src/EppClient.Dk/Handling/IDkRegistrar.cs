using EppClient.Bulk;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>
/// An account at the .dk registry: the interface of <see cref="DkRegistrar"/>, for code that is tested without a registry.
/// </summary>
/// <remarks>
/// <para>A domain can be used in three ways. <see cref="Domain"/> performs one operation by name and reads only what the operation needs.
/// <see cref="GetDomainAsync"/> reads the domain first and returns a type for its handling model, for code that depends on the state of the domain.
/// <see cref="CreateJob"/> is for many domains: each row is processed exactly once, even if the process is killed and run again.</para>
/// <para>A refusal is a <see cref="DkRefusedException"/> with a <see cref="DkRefusalReason"/>, whether the registry refused or the handling model made the refusal
/// certain, in which case nothing was sent. Connection failures throw the exceptions of <see cref="IEppClient"/>.</para>
/// </remarks>
public interface IDkRegistrar
{
    /// <summary>The handle of the account: <c>REG-</c> and digits.</summary>
    string Handle { get; }

    /// <summary>Gets the operations on a domain by its name. Nothing is sent until one of them is called.</summary>
    /// <param name="name">The name, with U-labels or in Punycode, in upper or lower case.</param>
    /// <returns>The operations. Thread-safe; holds no state of the domain.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    IDkDomain Domain(string name);

    /// <summary>Reads a domain. One command: info.</summary>
    /// <param name="name">The name, with U-labels or in Punycode, in upper or lower case.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>
    /// A <see cref="DkRegistrarDomain"/>, a <see cref="DkRegistrantDomain"/>, a <see cref="DkOtherRegistrarDomain"/> of another registrar, or a
    /// <see cref="DkOfferedDomain"/> that is offered to the first on its waiting list.
    /// </returns>
    /// <exception cref="DkRefusedException">The registry refused the command, for example because the domain does not exist.</exception>
    Task<DkHandledDomain> GetDomainAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Reads a contact. One command: info.</summary>
    /// <param name="id">The handle.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>A <see cref="DkRegistrarContact"/>, a <see cref="DkRegistrantContact"/>, or a <see cref="DkOtherRegistrarContact"/> of another registrar.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command: the contact does not exist, or the account has no relation to it.</exception>
    Task<DkHandledContact> GetContactAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Reads a host. One command: info.</summary>
    /// <param name="name">The name, with U-labels or in Punycode, in upper or lower case.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>A <see cref="DkRegistrarHost"/>, a <see cref="DkRegistrantHost"/>, or a <see cref="DkOtherRegistrarHost"/> of another registrar.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command, for example because the host does not exist.</exception>
    Task<DkHandledHost> GetHostAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Reads the balance of the prepaid account, in Danish kroner. One command: info.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="DkRefusedException">The registry refused the command: the login lacks the right.</exception>
    Task<BalanceInfoResult> GetBalanceAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a contact, or returns an existing one with the same data. One command: create with <c>auto</c>.</summary>
    /// <param name="contact">The person or organization.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The handle, and whether the contact already existed.</returns>
    /// <exception cref="EppValidationException">The data violates a rule for its kind of contact; nothing was sent.</exception>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    Task<DkCreatedContact> CreateOrReuseContactAsync(DkNewContact contact, CancellationToken cancellationToken = default);

    /// <summary>Creates a contact, even if one with the same data exists. One command: create with <c>force</c>.</summary>
    /// <inheritdoc cref="CreateOrReuseContactAsync"/>
    Task<DkCreatedContact> CreateContactAsync(DkNewContact contact, CancellationToken cancellationToken = default);

    /// <summary>Applies for a domain. One command: create. The response is 1001; the decision arrives as a poll message.</summary>
    /// <param name="application">The application.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The response: its <see cref="EppResponse.Pending"/> completes with the decision, its <see cref="DkDomainCreateResult"/> has the tracking number.</returns>
    /// <exception cref="DkRefusedException">The time of acceptance is outside the allowed range, and nothing was sent, or the registry refused the command.</exception>
    Task<EppResponse> ApplyAsync(DkDomainApplication application, CancellationToken cancellationToken = default);

    /// <summary>Transfers a domain with a token, from another registrar or from registrant management. Two commands: transfer and info.</summary>
    /// <param name="name">The domain.</param>
    /// <param name="token">The token from the registrant or the losing registrar.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The domain after the transfer, with a new registrant handle: a copy of the former contact that this account manages.</returns>
    /// <exception cref="DkRefusedException">The registry refused the command.</exception>
    /// <exception cref="InvalidOperationException">The registry carried out the transfer, but the domain could not be read afterwards.</exception>
    Task<DkRegistrarDomain> TransferAsync(string name, string token, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a job for many domains or contacts, one row each. It uses all sessions of the pool at a lower priority than other callers, and processes each row exactly
    /// once, even if the process is killed and run again. For tasks, see <see cref="DkBulkTasks"/> and <see cref="EppBulkTasks"/>.
    /// </summary>
    /// <param name="store">The store of the job's rows. Use the same store after a restart.</param>
    /// <param name="task">The task for each row. Use the same task after a restart.</param>
    /// <param name="options">Settings of the job. Default: null, the defaults.</param>
    /// <returns>The job. Nothing is sent until it runs.</returns>
    /// <exception cref="InvalidOperationException">The registrar was created with a session or a wrapper. A job needs all sessions of a pool.</exception>
    EppBulkJob CreateJob(IEppBulkStore store, EppBulkTask task, EppBulkOptions? options = null);
}

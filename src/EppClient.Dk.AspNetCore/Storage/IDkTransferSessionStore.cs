namespace EppClient.Dk.AspNetCore;

/// <summary>
/// Stores sessions. <see cref="DkTransferSessionDatabase"/> does so in SQLite or PostgreSQL. A store knows neither states nor secrets: it keeps records and
/// decides by their version which of several writers succeeds.
/// </summary>
/// <remarks>Implementations are thread-safe. When a method returns, its changes survive a crash of the process and of the machine.</remarks>
public interface IDkTransferSessionStore
{
    /// <summary>Adds a record, unless another active record has one of its domains.</summary>
    /// <param name="record">The record, with version 1.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether it was added.</returns>
    ValueTask<bool> TryAddAsync(DkTransferSessionRecord record, CancellationToken cancellationToken);

    /// <summary>Replaces a record, and increments its version, if the stored record has the version of the new one.</summary>
    /// <param name="record">The new record, with the version that was read. Domains do not change.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>Whether it was replaced.</returns>
    ValueTask<bool> TryUpdateAsync(DkTransferSessionRecord record, CancellationToken cancellationToken);

    /// <summary>Reads a record.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The record; null if there is none.</returns>
    ValueTask<DkTransferSessionRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads the record with a link.</summary>
    /// <param name="linkHash">The <see cref="DkTransferSessionRecord.LinkHash"/>.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The record; null if there is none.</returns>
    ValueTask<DkTransferSessionRecord?> FindByLinkAsync(string linkHash, CancellationToken cancellationToken);

    /// <summary>Finds the active records that have any of some domains.</summary>
    /// <param name="domains">The domains, with A-labels.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The ids.</returns>
    ValueTask<IReadOnlyList<string>> FindActiveAsync(IReadOnlyList<string> domains, CancellationToken cancellationToken);

    /// <summary>Finds the newest record of a domain, active or not.</summary>
    /// <param name="domain">The domain, with A-labels.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The id; null if there is none.</returns>
    ValueTask<string?> FindByDomainAsync(string domain, CancellationToken cancellationToken);

    /// <summary>Finds records that the worker has to process.</summary>
    /// <param name="now">The current time: records whose <see cref="DkTransferSessionRecord.DueAt"/> has passed are found.</param>
    /// <param name="most">The maximum number of records.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <returns>The ids, those due first before others.</returns>
    ValueTask<IReadOnlyList<string>> FindDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Deletes the records whose <see cref="DkTransferSessionRecord.DeleteAt"/> has passed and that are not active.</summary>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask DeleteOldAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>A session as it is stored.</summary>
/// <param name="Id">The id.</param>
/// <param name="Version">The version: 1 for a new record, incremented by each update.</param>
/// <param name="LinkHash">The SHA-256 hash of the secret of the link; null when the link was used. No two records have the same.</param>
/// <param name="Domains">The domains, with A-labels.</param>
/// <param name="IsActive">Whether the session has not ended: a domain is in one active record at most.</param>
/// <param name="DueAt">When the worker has to process the record; null if never.</param>
/// <param name="DeleteAt">When the record is deleted.</param>
/// <param name="Content">Everything else, encrypted and authenticated.</param>
public sealed record DkTransferSessionRecord(
    string Id, long Version, string? LinkHash, IReadOnlyList<string> Domains, bool IsActive, DateTimeOffset? DueAt, DateTimeOffset DeleteAt, string Content);

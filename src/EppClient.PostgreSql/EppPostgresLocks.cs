using Medallion.Threading;
using Medallion.Threading.Postgres;

namespace EppClient.PostgreSql;

/// <summary>Locks by which one of several machines has the lead, kept by PostgreSQL itself (advisory locks).</summary>
public static class EppPostgresLocks
{
    // DistributedLock watches its connection with a query that sleeps for up to a minute, during which PostgreSQL would not look whether
    // the client is still there.
    private const string Watchful = $"-c client_connection_check_interval=1000 -c tcp_user_timeout=10000 {PostgresConnection.KeepAlive}";

    /// <summary>
    /// Makes a provider whose locks come back within seconds when their process dies or its network is lost: PostgreSQL is asked to look every
    /// second whether the client is still there. Needs PostgreSQL 14 or later, not on Windows, and no pooler of transactions in between; there,
    /// make a <see cref="PostgresDistributedSynchronizationProvider"/> yourself.
    /// </summary>
    /// <param name="connectionString">How to reach the database, as Npgsql writes it. Its <c>Options</c> are kept, and come last.</param>
    /// <exception cref="ArgumentException">The connection string is wrong.</exception>
    public static IDistributedLockProvider CreateProvider(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return new PostgresDistributedSynchronizationProvider(PostgresConnection.With(connectionString, Watchful));
    }
}

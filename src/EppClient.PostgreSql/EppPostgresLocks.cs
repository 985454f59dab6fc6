using Medallion.Threading;
using Medallion.Threading.Postgres;

namespace EppClient.PostgreSql;

/// <summary>Distributed locks that make one of several machines the leader, implemented with PostgreSQL advisory locks.</summary>
public static class EppPostgresLocks
{
    // DistributedLock monitors its connection with a query that sleeps for up to a minute, during which PostgreSQL does not check by default whether the client
    // is still connected.
    private const string Watchful = $"-c client_connection_check_interval=1000 -c tcp_user_timeout=10000 {PostgresConnection.KeepAlive}";

    /// <summary>
    /// Creates a provider whose locks are released within seconds after their process dies or loses the network: PostgreSQL checks every second whether the
    /// client is still connected. Requires PostgreSQL 14 or later, not on Windows, and no transaction pooler in between; otherwise, create a
    /// <see cref="PostgresDistributedSynchronizationProvider"/> yourself.
    /// </summary>
    /// <param name="connectionString">The Npgsql connection string. Its <c>Options</c> are kept and are applied last.</param>
    /// <exception cref="ArgumentException">The connection string is invalid.</exception>
    public static IDistributedLockProvider CreateProvider(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        return new PostgresDistributedSynchronizationProvider(PostgresConnection.With(connectionString, Watchful));
    }
}

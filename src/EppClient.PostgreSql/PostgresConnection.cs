using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>The PostgreSQL settings of a connection.</summary>
internal static class PostgresConnection
{
    /// <summary>Detects a client that has lost its network after 25 seconds rather than two hours; its locks are released then.</summary>
    public const string KeepAlive = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /// <summary>The same, with the isolation level that the statements require, regardless of the default of the database or the user.</summary>
    public const string Pinned = $"{KeepAlive} -c default_transaction_isolation=read\\ committed";

    public static string With(string connectionString, string options)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = string.IsNullOrEmpty(builder.Options) ? options : $"{options} {builder.Options}";
        return builder.ConnectionString;
    }
}

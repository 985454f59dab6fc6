using Npgsql;

namespace EppClient.PostgreSql;

/// <summary>What PostgreSQL is asked to do for a connection.</summary>
internal static class PostgresConnection
{
    /// <summary>A client whose network is lost is noticed after 25 seconds rather than two hours; what it has locked comes back then.</summary>
    public const string KeepAlive = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /// <summary>The same, with the isolation level that the statements require, whatever the default of the database or the user is.</summary>
    public const string Pinned = $"{KeepAlive} -c default_transaction_isolation=read\\ committed";

    public static string With(string connectionString, string options)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = string.IsNullOrEmpty(builder.Options) ? options : $"{options} {builder.Options}";
        return builder.ConnectionString;
    }
}

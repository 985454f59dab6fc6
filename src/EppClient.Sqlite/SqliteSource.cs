using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace EppClient.Sqlite;

/// <summary>The connections of a database as a data source, for code that does not know the provider. Opened ones have the database's settings.</summary>
internal sealed class SqliteSource(EppSqliteDatabase database, string connectionString) : DbDataSource
{
    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection() => new SqliteConnection(connectionString);

    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
}

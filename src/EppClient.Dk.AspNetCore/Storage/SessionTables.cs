using System.Data.Common;

namespace EppClient.Dk.AspNetCore;

/// <summary>Creates the tables at the first use. A failure is not remembered, so the next use tries again.</summary>
internal sealed class SessionTables
{
    private static readonly string[] Statements =
    [
        """
        CREATE TABLE IF NOT EXISTS dk_transfer_session (
            id TEXT PRIMARY KEY,
            version BIGINT NOT NULL,
            link_hash TEXT UNIQUE,
            due_at BIGINT,
            delete_at BIGINT NOT NULL,
            content TEXT NOT NULL
        )
        """,
        "CREATE INDEX IF NOT EXISTS dk_transfer_session_due ON dk_transfer_session (due_at)",
        """
        CREATE TABLE IF NOT EXISTS dk_transfer_domain (
            domain TEXT NOT NULL,
            session_id TEXT NOT NULL,
            is_active BIGINT NOT NULL,
            PRIMARY KEY (domain, session_id)
        )
        """,

        // A domain is in one active session.
        "CREATE UNIQUE INDEX IF NOT EXISTS dk_transfer_domain_active ON dk_transfer_domain (domain) WHERE is_active = 1",
        "CREATE INDEX IF NOT EXISTS dk_transfer_domain_session ON dk_transfer_domain (session_id)",
    ];

    private volatile bool _exist;

    public async ValueTask CreateAsync(DbDataSource source, CancellationToken cancellationToken)
    {
        if (!_exist)
        {
            await CreateAllAsync(source, cancellationToken).ConfigureAwait(false);
            _exist = true;
        }
    }

    private static async Task CreateAllAsync(DbDataSource source, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            foreach (var statement in Statements)
            {
                try
                {
                    await connection.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
                }
                catch (DbException)
                {
                    // PostgreSQL reports a duplicate if another connection creates the same table at the same moment. The second try finds it.
                    await connection.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }
}

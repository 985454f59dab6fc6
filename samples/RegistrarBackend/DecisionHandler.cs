using EppClient.Dk;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.Sqlite;
using Microsoft.Data.Sqlite;

namespace RegistrarBackend;

/// <summary>Stores the outcome of an application in the transaction of its message: exactly once, even after a failure.</summary>
internal sealed partial class DecisionHandler(ILogger<DecisionHandler> logger) : IEppPollHandler<DkApplicationDecided>
{
    /// <summary>Creates our own table, next to those of the library.</summary>
    public static async Task CreateTableAsync(string path)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE IF NOT EXISTS decision (domain TEXT NOT NULL, outcome TEXT NOT NULL) STRICT";
        await command.ExecuteNonQueryAsync();
    }

    public async Task HandleAsync(DkApplicationDecided message, EppPollDelivery delivery, CancellationToken cancellationToken)
    {
        var transaction = await delivery.BeginSqliteAsync(cancellationToken);
        await using var command = transaction.Connection!.CreateCommand();
        command.CommandText = "INSERT INTO decision (domain, outcome) VALUES ($domain, $outcome)";
        command.Parameters.AddWithValue("$domain", message.Subject ?? string.Empty);
        command.Parameters.AddWithValue("$outcome", message.Decision.ToString());
        await command.ExecuteNonQueryAsync(cancellationToken);
        Decided(logger, message.Subject, message.Decision);
    }

    [LoggerMessage(1, LogLevel.Information, "The application for {Domain} was decided: {Decision}")]
    private static partial void Decided(ILogger logger, string? domain, DkApplicationDecision decision);
}

using System.Data.Common;
using EppClient.Polling;

namespace EppClient.Stores;

/// <summary>Records as the tables of all databases have them, each with the columns that it is read from.</summary>
internal static class StoredRecords
{
    public const string JournalColumns = "id, account, client_transaction_id, written_at, command, message, registry_time";

    public const string OperationColumns = "client_transaction_id, server_transaction_id, command, subject, sent_at, due_at";

    public const string DeadLetterColumns = "message_id, queued_at, dead_lettered_at, tries, reason, document";

    public static EppJournalRecord Journal(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Account = row.GetString(1),
        ClientTransactionId = row.GetString(2),
        WrittenAt = row.Time(3),
        Command = row.GetString(4),
        Message = row.GetFieldValue<byte[]>(5),
        RegistryTime = row.TimeOrNull(6),
    };

    /// <summary>A record whose columns are followed by its age, in seconds by the database's clock.</summary>
    public static EppJournalRecord AgedJournal(DbDataReader row) => WithAge(Journal(row), row, column: 7);

    /// <summary>A record with its age in seconds by the database's clock, if the column has a value; rows of earlier versions have none.</summary>
    public static EppJournalRecord WithAge(EppJournalRecord record, DbDataReader row, int column) =>
        row.IsDBNull(column) ? record : record.WithAge(TimeSpan.FromSeconds(row.GetDouble(column)));

    public static EppPendingActionRecord Operation(DbDataReader row) => new()
    {
        ClientTransactionId = row.GetString(0),
        ServerTransactionId = row.TextOrNull(1),
        Command = row.GetString(2),
        Subject = row.GetString(3),
        SentAt = row.Time(4),
        DueAt = row.Time(5),
    };

    public static EppDeadLetter DeadLetter(DbDataReader row, string account) => new()
    {
        Key = new EppPollKey(account, row.GetString(0), row.Time(1)),
        DeadLetteredAt = row.Time(2),
        Tries = row.GetInt32(3),
        Reason = row.GetString(4),
        Document = row.GetFieldValue<byte[]>(5),
    };

    public static EppPollState PollState(string text) => text switch
    {
        "open" => EppPollState.Open,
        "dead_letter" => EppPollState.DeadLettered,
        _ => EppPollState.Handled,
    };
}

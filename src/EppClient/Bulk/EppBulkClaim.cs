namespace EppClient.Bulk;

/// <summary>A row that a store has handed to a process to work on.</summary>
/// <param name="Number">Its place in the input, from 1.</param>
/// <param name="Row">The row.</param>
/// <param name="Started">The command that an earlier run may have sent for it; null where none has.</param>
public sealed record EppBulkClaim(long Number, EppBulkRow Row, EppJournalRecord? Started);

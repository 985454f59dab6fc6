namespace EppClient.Bulk;

/// <summary>The row may be another machine's by now, because this one gave no sign of life in time.</summary>
internal sealed class BulkRowLostException() : Exception("The lease of this process on the row has ended, or may have; the command was not sent.");

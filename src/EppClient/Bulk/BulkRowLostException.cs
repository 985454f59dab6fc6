namespace EppClient.Bulk;

/// <summary>The row may belong to another process by now, because this process did not renew its lease in time.</summary>
internal sealed class BulkRowLostException() : Exception("The lease of this process on the row has ended, or may have; the command was not sent.");

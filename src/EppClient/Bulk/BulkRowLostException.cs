namespace EppClient.Bulk;

/// <summary>Another machine has taken a row over, because this one gave no sign of life in time.</summary>
internal sealed class BulkRowLostException() : Exception("The lease of this process on the row has ended, and another has taken it over; the command was not sent.");

namespace EppClient.Bulk;

/// <summary>A row cannot be made into a command: a column is missing, or what stands in it makes no sense. The row fails; the job goes on.</summary>
public sealed class EppBulkRowException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong with the row and how to mend it. It becomes the row's result.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public EppBulkRowException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

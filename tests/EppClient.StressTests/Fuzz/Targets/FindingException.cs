namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>A requirement for all inputs is violated.</summary>
internal sealed class FindingException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The key of findings with probably the same cause: the message without numbers, and the location of the throw.</summary>
    public string Key => string.Concat(Message.Where(character => !char.IsAsciiDigit(character)))
        + InnerException?.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("EppClient.", StringComparison.Ordinal))?.Trim();
}

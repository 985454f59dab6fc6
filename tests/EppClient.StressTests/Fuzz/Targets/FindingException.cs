namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>Something that has to hold whatever is fed does not.</summary>
internal sealed class FindingException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The same for findings that are probably one: the message without numbers, and where it was thrown.</summary>
    public string Key => string.Concat(Message.Where(character => !char.IsAsciiDigit(character)))
        + InnerException?.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("EppClient.", StringComparison.Ordinal))?.Trim();
}

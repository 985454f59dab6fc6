namespace DkLifecycle;

/// <summary>The command line is invalid; the message says what to change.</summary>
internal sealed class UsageException(string message, Exception? cause = null) : Exception(message, cause);

namespace DkSandbox;

/// <summary>The sandbox cannot start; the message says what to change.</summary>
internal sealed class SandboxException(string message, Exception? cause = null) : Exception(message, cause);

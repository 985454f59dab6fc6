namespace DkLifecycle;

/// <summary>The play cannot go on, although no command failed.</summary>
internal sealed class WalkthroughStoppedException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;
}

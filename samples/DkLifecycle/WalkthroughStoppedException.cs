namespace DkLifecycle;

/// <summary>The story cannot continue, although no command failed.</summary>
internal sealed class WalkthroughStoppedException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;
}

namespace DkLifecycle;

/// <summary>The play cannot go on, although no command failed.</summary>
internal sealed class PlayStoppedException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code { get; } = code;
}

namespace DkLifecycle;

/// <summary>What the process ends with.</summary>
internal enum ExitCode
{
    Success = 0,

    /// <summary>The registry refused a command.</summary>
    Rejected = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>No connection, or what came over it was not EPP.</summary>
    Connection = 3,

    /// <summary>A command was sent and no answer came: the registry may have carried it out.</summary>
    UnknownOutcome = 4,
}

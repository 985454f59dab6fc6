namespace DkLifecycle;

/// <summary>The exit code of the process.</summary>
internal enum ExitCode
{
    Success = 0,

    /// <summary>The registry refused a command.</summary>
    Rejected = 1,

    /// <summary>The command line is invalid.</summary>
    Usage = 2,

    /// <summary>The connection failed, or the peer did not send EPP.</summary>
    Connection = 3,

    /// <summary>A command was sent and no response arrived: the registry may have carried it out.</summary>
    UnknownOutcome = 4,
}

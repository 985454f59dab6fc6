namespace EppConsole;

/// <summary>The exit code of the process.</summary>
internal enum ExitCode
{
    Success = 0,

    /// <summary>The registry refused the command or the login.</summary>
    Rejected = 1,

    /// <summary>The command line is invalid, or a value in it violates the schema. Nothing was sent.</summary>
    Usage = 2,

    /// <summary>The connection failed, or the peer did not send EPP.</summary>
    Connection = 3,

    /// <summary>A command that changes something was sent and no response arrived: the registry may have carried it out.</summary>
    UnknownOutcome = 4,
}

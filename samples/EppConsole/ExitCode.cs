namespace EppConsole;

/// <summary>What the process ends with.</summary>
internal enum ExitCode
{
    Success = 0,

    /// <summary>The registry refused the command or the login.</summary>
    Rejected = 1,

    /// <summary>The command line is wrong, or what it names breaks a rule of the schema. Nothing was sent.</summary>
    Usage = 2,

    /// <summary>No connection, or what came over it was not EPP.</summary>
    Connection = 3,

    /// <summary>A command that changes something was sent and no response came: the registry may have carried it out.</summary>
    UnknownOutcome = 4,
}

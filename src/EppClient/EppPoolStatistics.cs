namespace EppClient;

/// <summary>The sessions of a pool at one instant.</summary>
/// <param name="MaxSessions">The maximum number of open sessions.</param>
/// <param name="Idle">Sessions that are open and not in use.</param>
/// <param name="InUse">Sessions on which a command is under way, or that a caller has rented.</param>
/// <param name="Opening">Sessions that connect or log in.</param>
/// <param name="Closing">Sessions that log out or wait for the registry to close the connection.</param>
/// <param name="Waiting">Callers that wait for a session.</param>
public readonly record struct EppPoolStatistics(int MaxSessions, int Idle, int InUse, int Opening, int Closing, int Waiting)
{
    /// <summary>All sessions, as the registry may count them: idle, in use, opening and closing.</summary>
    public int Open => Idle + InUse + Opening + Closing;
}

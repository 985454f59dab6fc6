namespace EppClient.TestSupport.Outcomes;

/// <summary>A command, and a check in the state of the registry whether it was applied. No other command uses its objects.</summary>
public sealed record ExpectedEffect(IEppCommand Command, Func<bool> IsMet)
{
    /// <summary>Creates the expectation for a command that only reads.</summary>
    public static ExpectedEffect Reading(IEppCommand command) => new(command, static () => true);
}

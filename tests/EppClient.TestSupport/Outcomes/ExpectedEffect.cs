namespace EppClient.TestSupport.Outcomes;

/// <summary>A command, and a look behind the registry's counter whether what it asks for stands there. Nothing else touches its objects.</summary>
public sealed record ExpectedEffect(IEppCommand Command, Func<bool> IsMet)
{
    /// <summary>For a command that only reads.</summary>
    public static ExpectedEffect Reading(IEppCommand command) => new(command, static () => true);
}

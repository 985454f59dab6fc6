using EppClient.Protocol;

namespace EppClient.TestSupport.Outcomes;

/// <summary>A command, and a look behind the registry's counter whether what it asks for stands there. Nothing else touches its objects.</summary>
public sealed record Deed(IEppCommand Command, Func<bool> Holds)
{
    /// <summary>For a command that only reads.</summary>
    public static Deed Reading(IEppCommand command) => new(command, static () => true);
}

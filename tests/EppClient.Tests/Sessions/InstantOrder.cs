namespace EppClient.Tests.Sessions;

/// <summary>How two actions of one instant follow each other.</summary>
public enum InstantOrder
{
    /// <summary>One right after the other.</summary>
    FirstThenSecond,

    /// <summary>The other way round.</summary>
    SecondThenFirst,

    /// <summary>Each on its own thread.</summary>
    Together,
}

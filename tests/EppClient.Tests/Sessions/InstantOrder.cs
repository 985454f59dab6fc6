namespace EppClient.Tests.Sessions;

/// <summary>The order of two actions at one instant.</summary>
public enum InstantOrder
{
    /// <summary>The first action immediately before the second.</summary>
    FirstThenSecond,

    /// <summary>The second action immediately before the first.</summary>
    SecondThenFirst,

    /// <summary>Both actions at the same time, each on its own thread.</summary>
    Together,
}

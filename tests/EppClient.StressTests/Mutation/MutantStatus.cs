namespace EppClient.StressTests.Mutation;

/// <summary>The result for a mutant.</summary>
internal enum MutantStatus
{
    /// <summary>It does not compile, and is not counted.</summary>
    DoesNotCompile,

    /// <summary>A test failed twice.</summary>
    Killed,

    /// <summary>A test took ten times as long as without the mutant.</summary>
    TimedOut,

    /// <summary>Every test that reaches it passed.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NotReached,
}

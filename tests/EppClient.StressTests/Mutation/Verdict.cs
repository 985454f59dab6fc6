namespace EppClient.StressTests.Mutation;

/// <summary>What became of a mistake.</summary>
internal enum Verdict
{
    /// <summary>The compiler found it; it does not count.</summary>
    DoesNotCompile,

    /// <summary>A test failed.</summary>
    Found,

    /// <summary>The tests never ended.</summary>
    TookTooLong,

    /// <summary>No test noticed.</summary>
    Survived,
}

namespace EppClient.StressTests.Mutation;

/// <summary>The result of the tests for a mutant.</summary>
internal sealed record MutantResult(Mutant Mutant, MutantStatus Status, string Detail)
{
    public bool IsDetected => Status is MutantStatus.Killed or MutantStatus.TimedOut;
}

namespace EppClient.StressTests.Mutation;

/// <summary>What the tests said of a mutant.</summary>
internal sealed record MutantResult(Mutant Mutant, MutantStatus Status, string Detail)
{
    public bool IsDetected => Status is MutantStatus.Killed or MutantStatus.TimedOut;
}

namespace EppClient.StressTests.Mutation;

/// <summary>What the tests said of a mutant.</summary>
internal sealed record MutantResult(Mutant Mutant, Verdict Verdict, string Detail)
{
    public bool IsDetected => Verdict is Verdict.Killed or Verdict.TimedOut;
}

using EppClient.StressTests.Fuzz.Targets;

namespace EppClient.StressTests.Fuzz.Runs;

/// <summary>An input that shows that something does not hold.</summary>
internal sealed record FuzzFinding(FuzzTarget Target, byte[] Input, FindingException Finding);

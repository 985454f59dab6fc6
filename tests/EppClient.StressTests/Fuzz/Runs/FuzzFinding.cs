using EppClient.StressTests.Fuzz.Targets;

namespace EppClient.StressTests.Fuzz.Runs;

/// <summary>An input that violates a requirement.</summary>
internal sealed record FuzzFinding(FuzzTarget Target, byte[] Input, FindingException Finding);

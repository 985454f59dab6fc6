namespace EppClient.Conformance;

/// <summary>The program was called in a way that it cannot follow.</summary>
internal sealed class UsageException(string message) : Exception(message);

namespace EppClient.Conformance;

/// <summary>The program was called with invalid arguments.</summary>
internal sealed class UsageException(string message) : Exception(message);

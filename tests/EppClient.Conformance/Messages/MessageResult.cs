namespace EppClient.Conformance.Messages;

/// <summary>What became of a message.</summary>
/// <param name="IsRead">Whether all of it was read into generated types.</param>
/// <param name="IsEqual">Whether what was written back says the same.</param>
/// <param name="Problems">What went wrong.</param>
internal sealed record MessageResult(bool IsRead, bool IsEqual, IReadOnlyList<Problem> Problems);

namespace EppClient.Conformance.Messages;

/// <summary>The result of checking a message.</summary>
/// <param name="IsRead">Whether all of it was read into generated types.</param>
/// <param name="IsEqual">Whether the message was written back equal.</param>
/// <param name="Problems">The problems found.</param>
internal sealed record MessageResult(bool IsRead, bool IsEqual, IReadOnlyList<Problem> Problems);

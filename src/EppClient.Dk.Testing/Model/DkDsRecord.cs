namespace EppClient.Dk.Testing;

/// <summary>A DS record (delegation signer).</summary>
/// <param name="KeyTag">The key's tag.</param>
/// <param name="Algorithm">The key's algorithm.</param>
/// <param name="DigestType">The digest's algorithm.</param>
/// <param name="Digest">The digest in lower-case hexadecimal digits.</param>
public sealed record DkDsRecord(int KeyTag, int Algorithm, int DigestType, string Digest);

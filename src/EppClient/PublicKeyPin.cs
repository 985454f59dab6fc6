using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient;

/// <summary>The pins of RFC 7469, section 2.4: the SHA-256 of a certificate's SubjectPublicKeyInfo, in base64.</summary>
internal static class PublicKeyPin
{
    private const string DirectiveStart = "pin-sha256=\"";

    public static string Of(X509Certificate2 certificate) => Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>Returns the base64 text of a pin, or null if the text is not a pin.</summary>
    public static string? Normalize(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var base64 = text.Length > DirectiveStart.Length && text.StartsWith(DirectiveStart, StringComparison.OrdinalIgnoreCase) && text.EndsWith('"')
            ? text[DirectiveStart.Length..^1]
            : text;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes + 1];
        return Convert.TryFromBase64String(base64, hash, out var length) && length == SHA256.HashSizeInBytes ? Convert.ToBase64String(hash[..length]) : null;
    }
}

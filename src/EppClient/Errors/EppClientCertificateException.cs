using System.Security.Cryptography;

namespace EppClient;

/// <summary>A client certificate or its key cannot be used. No connection was attempted.</summary>
public sealed class EppClientCertificateException : CryptographicException
{
    /// <summary>Creates the exception with a message of the problem and the error's remedy.</summary>
    internal EppClientCertificateException(EppConnectionError error, string what, Exception? innerException = null)
        : base($"{what} {error.Remedy()}", innerException) => Error = error;

    /// <summary>The mistake, for programs; docs/troubleshooting.md has a row for each value.</summary>
    public EppConnectionError Error { get; }
}

using System.Security.Cryptography;

namespace EppClient;

/// <summary>A client certificate or its key cannot be used as it was given. Nothing was connected to.</summary>
public sealed class EppClientCertificateException : CryptographicException
{
    /// <summary>A message of what was found and of the error's remedy.</summary>
    internal EppClientCertificateException(EppConnectionError error, string what, Exception? innerException = null)
        : base($"{what} {error.Remedy()}", innerException) => Error = error;

    /// <summary>Which mistake it is, for programs; docs/troubleshooting.md has a row for each.</summary>
    public EppConnectionError Error { get; }
}

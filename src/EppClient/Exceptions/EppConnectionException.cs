using System.Security.Cryptography;

namespace EppClient;

/// <summary>The connection could not be established or was lost: TCP, TLS, or closed by the registry.</summary>
public sealed class EppConnectionException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The cause and the remedy.</param>
    /// <param name="delivery">Whether the command may have reached the registry.</param>
    /// <param name="innerException">The cause, if any. <see cref="Error"/> is taken from it if it has one.</param>
    public EppConnectionException(string message, EppDelivery delivery, Exception? innerException = null)
        : base(message, innerException)
    {
        Delivery = delivery;
        Error = innerException switch
        {
            EppConnectionException connection => connection.Error,
            EppProtocolException protocol => protocol.Error,
            _ => EppConnectionError.Other,
        };
    }

    /// <summary>Creates the exception with a message of the cause and the error's remedy.</summary>
    internal EppConnectionException(EppConnectionError error, string what, EppDelivery delivery, Exception? innerException = null)
        : this($"{what} {error.Remedy()}", delivery, innerException) => Error = error;

    /// <summary>The error, for programs; docs/guide/troubleshooting.md has a row for each value.</summary>
    public EppConnectionError Error { get; init; }

    /// <inheritdoc/>
    /// <remarks>False if an option, a certificate or a machine has to change first.</remarks>
    public override bool IsTransient => !Error.NeedsPerson();

    /// <inheritdoc/>
    public override EppDelivery Delivery { get; }
}

/// <summary>A client certificate or its key cannot be used. No connection was attempted.</summary>
public sealed class EppClientCertificateException : CryptographicException
{
    /// <summary>Creates the exception with a message of the problem and the error's remedy.</summary>
    internal EppClientCertificateException(EppConnectionError error, string what, Exception? innerException = null)
        : base($"{what} {error.Remedy()}", innerException) => Error = error;

    /// <summary>The error, for programs; docs/guide/troubleshooting.md has a row for each value.</summary>
    public EppConnectionError Error { get; }
}

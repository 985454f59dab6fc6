using System.Security.Cryptography;

namespace EppClient;

/// <summary>The connection could not be made, or was lost: TCP, TLS, or closed by the registry.</summary>
public sealed class EppConnectionException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do about it.</param>
    /// <param name="delivery">Whether the command can have reached the registry.</param>
    /// <param name="innerException">The cause, where there is one. <see cref="Error"/> is taken from it where it has one.</param>
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

    /// <summary>A message of what happened and of the error's remedy.</summary>
    internal EppConnectionException(EppConnectionError error, string what, EppDelivery delivery, Exception? innerException = null)
        : this($"{what} {error.Remedy()}", delivery, innerException) => Error = error;

    /// <summary>What went wrong, for programs; docs/guide/troubleshooting.md has a row for each.</summary>
    public EppConnectionError Error { get; init; }

    /// <inheritdoc/>
    /// <remarks>Not where an option, a certificate or a machine has to change first.</remarks>
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

    /// <summary>The mistake, for programs; docs/guide/troubleshooting.md has a row for each value.</summary>
    public EppConnectionError Error { get; }
}

using EppClient.Diagnostics;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>Passes redacted messages to the listener and the log; has no cost if neither is enabled.</summary>
internal sealed class WireTap(Action<EppWireMessage>? listener, ILogger? wire, EppSchemaSet schemas, ILogger logger)
{
    private readonly WireRedactor _redactor = new(schemas);

    public static WireTap Create(Action<EppWireMessage>? listener, bool isLogged, EppSchemaSet schemas, ILoggerFactory loggerFactory) =>
        new(listener, isLogged ? loggerFactory.CreateLogger(LogCategories.Wire) : null, schemas, loggerFactory.CreateLogger(LogCategories.Command));

    /// <summary>Whether the listener or the log is enabled.</summary>
    public bool IsActive => listener is not null || wire?.IsEnabled(LogLevel.Trace) is true;

    public void Sent(string sessionId, ReadOnlyMemory<byte> document, EppXmlDialect dialect) => Show(isSent: true, sessionId, document, dialect);

    public void Received(string sessionId, ReadOnlyMemory<byte> document, EppXmlDialect dialect) => Show(isSent: false, sessionId, document, dialect);

    private void Show(bool isSent, string sessionId, ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        if (!IsActive)
        {
            return;
        }

        var message = new EppWireMessage(isSent, _redactor.Redact(document, dialect));
        if (wire?.IsEnabled(LogLevel.Trace) is true)
        {
            Write(sessionId, message);
        }

        Notify(message);
    }

    private void Write(string sessionId, EppWireMessage message)
    {
        if (message.IsSent)
        {
            Log.WireSent(wire!, sessionId, message.Xml);
        }
        else
        {
            Log.WireReceived(wire!, sessionId, message.Xml);
        }
    }

    private void Notify(EppWireMessage message)
    {
        try
        {
            listener?.Invoke(message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // User code may throw any exception; it must not change the outcome of a command.
            Log.WireListenerFailed(logger, e);
        }
    }
}

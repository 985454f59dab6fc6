using EppClient.Diagnostics;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>Shows redacted messages to whoever asked for them, the listener and the log; costs nothing where nobody did.</summary>
internal sealed class WireTap(Action<EppWireMessage>? listener, ILogger? wire, EppSchemaSet schemas, ILogger logger)
{
    private readonly WireRedactor _redactor = new(schemas);

    public static WireTap Create(Action<EppWireMessage>? listener, bool isLogged, EppSchemaSet schemas, ILoggerFactory loggerFactory) =>
        new(listener, isLogged ? loggerFactory.CreateLogger(LogCategories.Wire) : null, schemas, loggerFactory.CreateLogger(LogCategories.Command));

    /// <summary>Whether anyone wants to see messages.</summary>
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
            // The caller's code, of which anything may come: watching a command must not change its outcome.
            Log.WireListenerFailed(logger, e);
        }
    }
}

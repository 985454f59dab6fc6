using EppClient.Diagnostics;
using EppClient.Xml;
using Microsoft.Extensions.Logging;

namespace EppClient.Protocol;

/// <summary>Shows redacted messages to whoever asked for them; costs nothing where nobody did.</summary>
internal sealed class WireTap(Action<EppWireMessage>? listener, EppSchemaSet schemas, ILogger logger)
{
    private readonly WireRedactor _redactor = new(schemas);

    public void Sent(ReadOnlyMemory<byte> document, EppXmlDialect dialect) => Show(isSent: true, document, dialect);

    public void Received(ReadOnlyMemory<byte> document, EppXmlDialect dialect) => Show(isSent: false, document, dialect);

    private void Show(bool isSent, ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        if (listener is null)
        {
            return;
        }

        var message = new EppWireMessage(isSent, _redactor.Redact(document, dialect));
        try
        {
            listener(message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The caller's code, of which anything may come: watching a command must not change its outcome.
            Log.WireListenerFailed(logger, e);
        }
    }
}

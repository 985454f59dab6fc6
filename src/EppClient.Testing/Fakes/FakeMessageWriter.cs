using EppClient.Xml;

namespace EppClient.Testing.Fakes;

/// <summary>Writes the messages of a registry.</summary>
internal sealed class FakeMessageWriter(EppProfile profile, EppXmlDialect dialect, TimeProvider time)
{
    // Whether a service is announced as an object or as an extension makes no difference to a client, except that it needs at least one object.
    private static readonly string[] Objects = [EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact, EppNamespaces.Organization, EppNamespaces.Balance];

    private int _lastTransaction;

    /// <summary>Writes a greeting that offers all services of the profile.</summary>
    public ReadOnlyMemory<byte> Greeting() => EppEnvelope.Write(dialect, writer =>
    {
        var services = profile.Schemas.Select(schema => schema.NamespaceUri).Distinct(StringComparer.Ordinal).Except(profile.NeverAnnounce, StringComparer.Ordinal).ToList();
        var objects = services.Intersect(Objects, StringComparer.Ordinal).ToList();
        writer.StartElement(EppNamespaces.Epp, "greeting");
        Text(writer, "svID", "EppFakeClient");
        writer.Element(EppNamespaces.Epp, "svDate", time.GetUtcNow(), EppSimpleType.DateTime, "svDate");
        writer.StartElement(EppNamespaces.Epp, "svcMenu");
        Text(writer, "version", "1.0");
        Text(writer, "lang", "en");
        foreach (var uri in objects.Count > 0 ? objects : services)
        {
            Text(writer, "objURI", dialect.ToWire(uri));
        }

        if (objects.Count > 0 && services.Count > objects.Count)
        {
            writer.StartElement(EppNamespaces.Epp, "svcExtension");
            foreach (var uri in services.Except(objects, StringComparer.Ordinal))
            {
                Text(writer, "extURI", dialect.ToWire(uri));
            }

            writer.EndElement();
        }

        writer.EndElement();
        writer.StartElement(EppNamespaces.Epp, "dcp");
        Choice(writer, "access", "all");
        writer.StartElement(EppNamespaces.Epp, "statement");
        Choice(writer, "purpose", "prov");
        Choice(writer, "recipient", "ours");
        Choice(writer, "retention", "none");
        writer.EndElement();
        writer.EndElement();
        writer.EndElement();
    });

    /// <summary>Writes a response without a message of the queue.</summary>
    /// <exception cref="EppValidationException">The data or an extension violates its schema.</exception>
    public ReadOnlyMemory<byte> Response(EppFakeResponse response, string clientTransactionId) => Response(response, clientTransactionId, message: null, count: 0);

    /// <summary>Writes a response with the message at the head of the queue.</summary>
    /// <exception cref="EppValidationException">The data of the message violates its schema.</exception>
    public ReadOnlyMemory<byte> Message(FakeMessage message, int count, string clientTransactionId) => Response(
        EppFakeResponse.Success(message.Data) with { Code = EppResultCode.MessageFollows, Message = "Command completed successfully; ack to dequeue" },
        clientTransactionId,
        message,
        count);

    private ReadOnlyMemory<byte> Response(EppFakeResponse response, string clientTransactionId, FakeMessage? message, int count) => EppEnvelope.Write(dialect, writer =>
    {
        writer.StartElement(EppNamespaces.Epp, "response");
        Result(writer, response);
        if (message is not null)
        {
            writer.StartElement(EppNamespaces.Epp, "msgQ");
            writer.Attribute("count", (long)count, EppSimpleType.UnsignedLong, "count");
            writer.Attribute("id", message.Id, EppSimpleType.Token, "id");
            writer.Element(EppNamespaces.Epp, "qDate", message.QueuedDate, EppSimpleType.DateTime, "qDate");
            Text(writer, "msg", message.Text);
            writer.EndElement();
        }

        Children(writer, "resData", response.Data.Select(element => (Action<EppXmlWriter>)element.Write));
        Children(writer, "extension", response.Extensions);
        writer.StartElement(EppNamespaces.Epp, "trID");
        if (clientTransactionId.Length > 0)
        {
            Text(writer, "clTRID", clientTransactionId);
        }

        Text(writer, "svTRID", FormattableString.Invariant($"FAKE-{Interlocked.Increment(ref _lastTransaction)}"));
        writer.EndElement();
        writer.EndElement();
    });

    private static void Result(EppXmlWriter writer, EppFakeResponse response)
    {
        writer.StartElement(EppNamespaces.Epp, "result");
        writer.Attribute("code", (long)response.Code.Value, EppSimpleType.UnsignedShort, "code");
        Text(writer, "msg", response.Message);
        foreach (var value in response.Values)
        {
            if (value.Reason is null)
            {
                writer.Element(EppNamespaces.Epp, "value", value.Value);
                continue;
            }

            writer.StartElement(EppNamespaces.Epp, "extValue");
            writer.Element(EppNamespaces.Epp, "value", value.Value);
            Text(writer, "reason", value.Reason);
            writer.EndElement();
        }

        writer.EndElement();
    }

    private static void Children(EppXmlWriter writer, string name, IEnumerable<Action<EppXmlWriter>> children)
    {
        var isOpen = false;
        foreach (var write in children)
        {
            if (!isOpen)
            {
                writer.StartElement(EppNamespaces.Epp, name);
                isOpen = true;
            }

            write(writer);
        }

        if (isOpen)
        {
            writer.EndElement();
        }
    }

    private static void Text(EppXmlWriter writer, string name, string text) => writer.Element(EppNamespaces.Epp, name, text, EppSimpleType.NormalizedString, name);

    private static void Choice(EppXmlWriter writer, string name, string choice)
    {
        writer.StartElement(EppNamespaces.Epp, name);
        writer.EmptyElement(EppNamespaces.Epp, choice);
        writer.EndElement();
    }
}

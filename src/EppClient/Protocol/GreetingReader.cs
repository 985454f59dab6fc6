using EppClient.Diagnostics;
using EppClient.Sessions;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Reads a greeting; missing parts are empty.</summary>
internal static class GreetingReader
{
    /// <summary>Reads the current greeting.</summary>
    public static EppGreeting Read(EppXmlReader reader)
    {
        string? serverId = null;
        DateTimeOffset? serverDate = null;
        ServiceMenu? menu = null;
        EppDataCollectionPolicy? policy = null;
        var order = 0;
        var start = reader.Start();
        var greeting = reader.EnterElement();
        while (reader.NextChild(greeting))
        {
            switch (reader.EnvelopeName)
            {
                case "svID" when serverId is null:
                    reader.InOrder(ref order, 0);
                    serverId = reader.ReadText(EppSimpleType.NormalizedString);
                    break;
                case "svDate" when serverDate is null:
                    reader.InOrder(ref order, 1);
                    serverDate = reader.ReadDateTime();
                    break;
                case "svcMenu":
                    reader.InOrder(ref order, 2);
                    if (menu is not null)
                    {
                        reader.Diagnose(EppReadFault.Unexpected, reader.Path, "The schema allows this element only once");
                    }

                    menu ??= new ServiceMenu();
                    ReadMenu(reader, menu);
                    break;
                case "dcp" when policy is null:
                    reader.InOrder(ref order, 3);
                    policy = ReadPolicy(reader);
                    break;
                default:
                    reader.SkipUnexpected();
                    break;
            }
        }

        Require(reader, start, serverId, "svID");
        Require(reader, start, serverDate, "svDate");
        Require(reader, start, menu, "svcMenu");
        Require(reader, start, policy, "dcp");
        menu ??= new ServiceMenu();
        return new EppGreeting
        {
            // C# requires the property to be set, and only the field can be null.
            ServerDate = serverDate.GetValueOrDefault(),
            ServerDateOrNull = serverDate,
            ServerId = serverId ?? string.Empty,
            Versions = menu.Versions,
            Languages = menu.Languages,
            ObjectUris = menu.ObjectUris,
            ExtensionUris = menu.ExtensionUris,
            DataCollectionPolicy = policy,
        };
    }

    private static void Require(EppXmlReader reader, EppReadStart start, object? value, string element)
    {
        if (value is null)
        {
            reader.Missing(start, element, "epp:greetingType");
        }
    }

    private static void Add(List<string> texts, string? text)
    {
        if (text is { Length: > 0 })
        {
            texts.Add(text);
        }
    }

    private static void ReadMenu(EppXmlReader reader, ServiceMenu menu)
    {
        var order = 0;
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            switch (reader.EnvelopeName)
            {
                case "version":
                    reader.InOrder(ref order, 0);
                    Add(menu.Versions, reader.ReadText(EppSimpleType.Token));
                    break;
                case "lang":
                    reader.InOrder(ref order, 1);
                    Add(menu.Languages, reader.ReadText(EppSimpleType.Language));
                    break;
                case "objURI":
                    reader.InOrder(ref order, 2);
                    Add(menu.ObjectUris, reader.ReadText(EppSimpleType.AnyUri));
                    break;
                case "svcExtension":
                    reader.InOrder(ref order, 3);
                    ReadTexts(reader, "extURI", menu.ExtensionUris);
                    break;
                default:
                    reader.SkipUnexpected();
                    break;
            }
        }
    }

    private static EppDataCollectionPolicy ReadPolicy(EppXmlReader reader)
    {
        var access = string.Empty;
        List<EppDataCollectionStatement> statements = [];
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            switch (reader.EnvelopeName)
            {
                case "access":
                    access = FirstOrEmpty(ReadNames(reader));
                    break;
                case "statement":
                    statements.Add(ReadStatement(reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new EppDataCollectionPolicy { Access = access, Statements = statements };
    }

    private static EppDataCollectionStatement ReadStatement(EppXmlReader reader)
    {
        IReadOnlyList<string> purposes = [];
        IReadOnlyList<string> recipients = [];
        var retention = string.Empty;
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            switch (reader.EnvelopeName)
            {
                case "purpose":
                    purposes = ReadNames(reader);
                    break;
                case "recipient":
                    recipients = ReadNames(reader);
                    break;
                case "retention":
                    retention = FirstOrEmpty(ReadNames(reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new EppDataCollectionStatement { Purposes = purposes, Recipients = recipients, Retention = retention };
    }

    /// <summary>Reads the names of the children: the policy consists of empty elements.</summary>
    private static List<string> ReadNames(EppXmlReader reader)
    {
        List<string> names = [];
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            names.Add(reader.LocalName);
            reader.Skip();
        }

        return names;
    }

    private static void ReadTexts(EppXmlReader reader, string localName, List<string> texts)
    {
        var element = reader.EnterElement();
        while (reader.NextChild(element))
        {
            if (reader.EnvelopeName == localName)
            {
                Add(texts, reader.ReadText(EppSimpleType.AnyUri));
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static string FirstOrEmpty(List<string> names) => names.Count > 0 ? names[0] : string.Empty;

    private sealed class ServiceMenu
    {
        public List<string> Versions { get; } = [];

        public List<string> Languages { get; } = [];

        public List<string> ObjectUris { get; } = [];

        public List<string> ExtensionUris { get; } = [];
    }
}

/// <summary>The protocol of a session that is closed after its greeting.</summary>
/// <param name="dialect">The dialect of the registry.</param>
/// <param name="helloFirst">Whether the registry sends a greeting only after a hello.</param>
/// <param name="tap">Receives the messages.</param>
internal sealed class GreetingProtocol(EppXmlDialect dialect, bool helloFirst, WireTap tap) : ISessionProtocol
{
    public static EppGreeting GreetingOf(SessionChannel channel) => (EppGreeting)channel.ProtocolState!;

    public async ValueTask OpenAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        if (helloFirst)
        {
            var hello = MessageWriter.Hello(dialect);
            tap.Sent(channel.Id, hello, dialect);
            await channel.PromptAsync(hello, cancellationToken).ConfigureAwait(false);
        }

        using var frame = await channel.ReceiveAsync(deadline, cancellationToken).ConfigureAwait(false);
        tap.Received(channel.Id, frame.Payload, dialect);
        ConnectionSpan.Greeted();
        channel.ProtocolState = MessageReader.ReadGreeting(frame.Payload, dialect);
    }

    public ValueTask ProbeAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask CloseAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

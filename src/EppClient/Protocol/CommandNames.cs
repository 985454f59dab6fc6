using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Names of commands for metrics and traces: the verb and the kind of object, never the object.</summary>
internal static class CommandNames
{
    /// <summary>The verb, in lower case.</summary>
    public static string Verb(IEppCommand command) => EnvelopeNames.Of(command.Verb);

    /// <summary>The kind of object, such as <c>domain</c>; null for poll.</summary>
    public static string? Object(IEppCommand command) => ((command as IEppElement)?.NamespaceUri ?? (command as EppRawCommand)?.ObjectUri) is { } uri
        ? EppNamespacePrefix.Of(uri)
        : null;

    /// <summary>The verb and the kind of object, such as <c>create domain</c>.</summary>
    public static string Of(IEppCommand command) => Object(command) is { } kind ? $"{Verb(command)} {kind}" : Verb(command);
}

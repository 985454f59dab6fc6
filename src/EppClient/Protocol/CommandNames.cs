using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Names of commands for metrics and traces: verbs and kinds of object, never objects.</summary>
internal static class CommandNames
{
    /// <summary>The verb, in lower case.</summary>
    public static string Verb(IEppCommand command) => MessageWriter.Name(command.Verb);

    /// <summary>The kind of object, such as <c>domain</c>; null for poll.</summary>
    public static string? Object(IEppCommand command) => ((command as IEppElement)?.NamespaceUri ?? (command as EppRawCommand)?.ObjectUri) is { } uri
        ? EppNamespacePrefix.Of(uri)
        : null;

    /// <summary>Verb and kind of object, such as <c>create domain</c>.</summary>
    public static string Of(IEppCommand command) => Object(command) is { } kind ? $"{Verb(command)} {kind}" : Verb(command);
}

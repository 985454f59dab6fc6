using System.Globalization;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Names of commands for metrics and traces: the verb and the kind of object, never the object.</summary>
internal static class CommandNames
{
    /// <summary>The verb, in lower case.</summary>
    public static string Verb(IEppCommand command) => MessageWriter.Name(command.Verb);

    /// <summary>The kind of object, such as <c>domain</c>; null for poll.</summary>
    public static string? Object(IEppCommand command) => ((command as IEppElement)?.NamespaceUri ?? (command as EppRawCommand)?.ObjectUri) is { } uri
        ? EppNamespacePrefix.Of(uri)
        : null;

    /// <summary>The verb and the kind of object, such as <c>create domain</c>.</summary>
    public static string Of(IEppCommand command) => Object(command) is { } kind ? $"{Verb(command)} {kind}" : Verb(command);
}

/// <summary>Rules for the extensions of a command that apply to all registries.</summary>
internal static class ExtensionRules
{
    /// <exception cref="EppValidationException">An extension is null or repeated.</exception>
    public static void Check(IEppCommand command, IReadOnlyList<IEppExtension> extensions)
    {
        RequireAll(command, extensions);
        for (var i = 1; i < extensions.Count; i++)
        {
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (!extensions[i].MayRepeat && AreSame(extensions[earlier], extensions[i]))
                {
                    throw new EppValidationException(
                        Member(command, i), $"is a second {extensions[i].GetType().Name}: a command carries each extension once. Merge the two");
                }
            }
        }
    }

    /// <exception cref="EppValidationException">An extension is null.</exception>
    public static void RequireAll(IEppCommand command, IReadOnlyList<IEppExtension> extensions)
    {
        for (var i = 0; i < extensions.Count; i++)
        {
            if (extensions[i] is null)
            {
                throw new EppValidationException(Member(command, i), "must not be null");
            }
        }
    }

    /// <summary>Whether two extensions are the same. Extensions without a service never are, because they may write any elements.</summary>
    private static bool AreSame(IEppExtension one, IEppExtension other) => (one, other) switch
    {
        (IEppElement first, IEppElement second) => first.LocalName == second.LocalName && first.NamespaceUri == second.NamespaceUri,
        _ => other.ServiceUri is not null && one.GetType() == other.GetType(),
    };

    private static string Member(IEppCommand command, int place) => string.Create(CultureInfo.InvariantCulture, $"{command.GetType().Name}.{nameof(command.Extensions)}[{place}]");
}

/// <summary>A command with rules that its schema cannot express.</summary>
internal interface ICheckedCommand
{
    /// <summary>Checks the rules before the command is written.</summary>
    /// <param name="extensions">The extensions of the command.</param>
    /// <exception cref="EppValidationException">The command breaks a rule.</exception>
    void Check(IReadOnlyList<IEppExtension> extensions);
}

/// <summary>The poll command, which has only attributes and no object (RFC 5730, section 2.9.2.3).</summary>
internal interface IPollCommand : IEppCommand
{
    /// <summary>Whether the command does not change the queue.</summary>
    bool OnlyReads { get; }

    void WriteAttributes(EppXmlWriter writer);
}

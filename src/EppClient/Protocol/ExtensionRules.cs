using System.Globalization;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>What holds for the extensions of a command whatever registry it goes to.</summary>
internal static class ExtensionRules
{
    /// <exception cref="EppValidationException">One is null, or there twice.</exception>
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
                        Member(command, i), $"is a second {extensions[i].GetType().Name}: a command carries an extension once. Put what both of them hold into one");
                }
            }
        }
    }

    /// <exception cref="EppValidationException">One is null.</exception>
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

    /// <summary>Of those that name no service nothing is known: they may write any elements.</summary>
    private static bool AreSame(IEppExtension one, IEppExtension other) => (one, other) switch
    {
        (IEppElement first, IEppElement second) => first.LocalName == second.LocalName && first.NamespaceUri == second.NamespaceUri,
        _ => other.ServiceUri is not null && one.GetType() == other.GetType(),
    };

    private static string Member(IEppCommand command, int place) => string.Create(CultureInfo.InvariantCulture, $"{command.GetType().Name}.{nameof(command.Extensions)}[{place}]");
}

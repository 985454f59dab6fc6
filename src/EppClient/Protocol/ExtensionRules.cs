using System.Globalization;
using EppClient.Xml;

namespace EppClient.Protocol;

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

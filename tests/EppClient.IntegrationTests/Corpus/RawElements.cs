using System.Collections;
using System.Reflection;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>Finds the elements that the readers did not recognize, anywhere in their results.</summary>
internal static class RawElements
{
    public static IReadOnlyList<EppRawElement> In(object? root)
    {
        List<EppRawElement> found = [];
        Collect(root, found);
        return found;
    }

    private static void Collect(object? value, List<EppRawElement> found)
    {
        switch (value)
        {
            case null or string:
                break;
            case EppRawElement raw:
                found.Add(raw);
                break;
            case IEnumerable list:
                foreach (var item in list)
                {
                    Collect(item, found);
                }

                break;
            case not null when value.GetType() is { IsClass: true, Namespace: { } ns } type && ns.StartsWith("EppClient", StringComparison.Ordinal):
                foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
                {
                    Collect(property.GetValue(value), found);
                }

                break;
            default:
                break;
        }
    }
}

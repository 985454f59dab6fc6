using System.Collections;
using System.Reflection;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>What objects of this library say of themselves.</summary>
internal static class ObjectTexts
{
    /// <summary>The texts of an object and of all below it.</summary>
    public static IEnumerable<string> In(object? value)
    {
        switch (value)
        {
            case null or string:
                return [];
            case IEnumerable list:
                return list.Cast<object?>().SelectMany(In);

            // Raw XML and mixed content are the message's own text: whoever prints those asks for it.
            case EppRawElement or EppMixedContent:
                return value is EppRawElement ? [value.ToString()!] : [];
            case not null when value.GetType() is { Namespace: { } ns } type && ns.StartsWith("EppClient", StringComparison.Ordinal) && !type.IsEnum && !type.IsValueType:
                return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.GetIndexParameters().Length == 0)
                    .SelectMany(property => In(property.GetValue(value)))
                    .Append(value.ToString()!);
            default:
                return [];
        }
    }
}

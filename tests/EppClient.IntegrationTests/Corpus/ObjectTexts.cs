using System.Collections;
using System.Reflection;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>The texts that objects of this library return.</summary>
internal static class ObjectTexts
{
    /// <summary>The texts of an object and of all objects that it contains.</summary>
    public static IEnumerable<string> In(object? value)
    {
        switch (value)
        {
            case null or string:
                return [];
            case IEnumerable list:
                return list.Cast<object?>().SelectMany(In);

            // Raw XML and mixed content are the text of the message, so printing them is intended.
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

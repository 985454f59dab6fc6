using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using EppClient.Xml;

namespace EppClient.Conformance.Messages;

/// <summary>Finds content kept as XML in a message that was read.</summary>
internal static class RawElements
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static IEnumerable<EppRawElement> In(object? value) => value switch
    {
        EppRawElement raw => [raw],
        string => [],
        IEnumerable items => items.Cast<object?>().SelectMany(In),
        IEppContent or IEppElement => Properties.GetOrAdd(value.GetType(), PropertiesOf).SelectMany(p => In(p.GetValue(value))),
        _ => [],
    };

    private static PropertyInfo[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => !p.PropertyType.IsValueType && p.GetIndexParameters().Length == 0),
    ];
}

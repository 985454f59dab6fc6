namespace EppClient.Xml;

/// <summary>
/// A value of an enumeration in a schema. Registries add values, so these types are open: unknown text survives reading, and
/// only the schema's own values are written.
/// </summary>
public interface IEppEnumeration
{
    /// <summary>The text as it goes over the wire.</summary>
    string Value { get; }

    /// <summary>Whether the schema knows the value.</summary>
    bool IsKnown { get; }
}

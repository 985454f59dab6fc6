using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>A set of schemas that a message can be validated against.</summary>
/// <remarks>Immutable. Keep an instance: its schemas are read and compiled once for each instance.</remarks>
/// <example>
/// <code>
/// using EppClient.Testing.Validation;
///
/// EppSchemaProfile profile = EppSchemaProfile.Standard.With("exreg", [() => File.OpenRead("exreg-1.0.xsd")]);
/// </code>
/// </example>
public sealed class EppSchemaProfile
{
    private readonly IReadOnlyList<Func<Stream>> _schemas;
    private readonly IReadOnlyList<Func<Stream>> _overlays;

    private EppSchemaProfile(string name, IReadOnlyList<Func<Stream>> schemas, IReadOnlyList<Func<Stream>> overlays) =>
        (Name, _schemas, _overlays) = (name, schemas, overlays);

    /// <summary>The schemas of the RFCs: envelope, domain, host, contact and their extensions; and the balance mapping.</summary>
    public static EppSchemaProfile Standard { get; } = new("standard", SchemaLibrary.StandardSchemas, []);

    /// <summary>The name of the set.</summary>
    public string Name { get; }

    /// <summary>Adds the schemas of a registry.</summary>
    /// <param name="name">The name of the new set.</param>
    /// <param name="schemas">Opens each XML schema. They may import each other and those of this set.</param>
    /// <param name="overlay">Opens a description of how the registry changes schemas of this set. Default: null, none.</param>
    /// <returns>A new set: the schemas of this one and the added ones.</returns>
    public EppSchemaProfile With(string name, IReadOnlyList<Func<Stream>> schemas, Func<Stream>? overlay = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(schemas);
        return new EppSchemaProfile(name, [.. _schemas, .. schemas], overlay is null ? _overlays : [.. _overlays, overlay]);
    }

    /// <summary>The name of the set.</summary>
    public override string ToString() => Name;

    /// <summary>Reads the schemas and applies the overlays. Not compiled; new objects on each call.</summary>
    internal IReadOnlyList<XmlSchema> Load()
    {
        IReadOnlyList<XmlSchema> schemas = [.. _schemas.Select(SchemaLibrary.Read)];
        foreach (var overlay in _overlays)
        {
            SchemaLibrary.ReadOverlay(overlay).Apply(schemas);
        }

        return schemas;
    }
}

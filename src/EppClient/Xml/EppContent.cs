using System.Buffers;
using System.Text;

namespace EppClient.Xml;

/// <summary>What a type of a schema holds, as a record of its own: the base of the generated ones.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public abstract record EppContent : IEppContent
{
    // Null for nearly all messages: registries mostly conform to their schemas.
    private Rest? _rest;

    /// <summary>The unchanged attributes that the schema does not define, or that cannot be read. They are written again.</summary>
    public IReadOnlyList<EppAttributeValue> UnknownAttributes
    {
        get => _rest?.Attributes ?? EppList.Of<EppAttributeValue>(null);
        init => _rest = value is { Count: > 0 } || _rest is not null ? (_rest ?? Rest.None) with { Attributes = EppList.Of(value) } : null;
    }

    /// <summary>The schema violations found when this was read, in it and in its members; empty if it was not read, or there were none.</summary>
    public IReadOnlyList<EppReadDiagnostic> ReadDiagnostics => _rest?.Notes?.Diagnostics ?? [];

    /// <summary>The schema violations found when this was read; null for none.</summary>
    protected EppReadNotes? ReadNotes
    {
        get => _rest?.Notes;
        init => _rest = value is not null || _rest is not null ? (_rest ?? Rest.None) with { Notes = value } : null;
    }

    private protected IReadOnlyList<EppRawElement> OtherElements
    {
        get => _rest?.Elements ?? EppList.Of<EppRawElement>(null);
        init => _rest = value is { Count: > 0 } || _rest is not null ? (_rest ?? Rest.None) with { Elements = EppList.Of(value) } : null;
    }

    /// <inheritdoc/>
    public abstract void WriteContent(EppXmlWriter writer);

    /// <summary>
    /// Reads the same attributes and content as another type: where an element names, in <c>xsi:type</c>, a type derived from the one that the
    /// schema gives it, as in <c>place.As(HousePlace.ReadContent)</c>. <see cref="UnknownAttributes"/> tells the type's name.
    /// </summary>
    /// <typeparam name="T">The other type.</typeparam>
    /// <param name="read">Its <c>ReadContent</c>.</param>
    /// <param name="schemas">Those that give types to elements in wildcards. Default: none, such elements stay XML.</param>
    /// <exception cref="EppValidationException">A value of this violates its schema type, or a required one is missing.</exception>
    /// <exception cref="EppProtocolException">The content is not one of the other type.</exception>
    public T As<T>(Func<EppXmlReader, T> read, EppSchemaSet? schemas = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        var document = new ArrayBufferWriter<byte>();
        var dialect = new EppXmlDialect();
        using (var writer = new EppXmlWriter(document, dialect))
        {
            writer.StartElement(string.Empty, "content");
            WriteContent(writer);
            writer.EndElement();
            writer.Complete();
        }

        using var reader = new EppXmlReader(document.WrittenMemory, dialect, schemas) { Mode = EppReadMode.Strict };
        return read(reader);
    }

    /// <summary>Compares the members, not the diagnostics of reading them.</summary>
    /// <param name="other">The other content.</param>
    public virtual bool Equals(EppContent? other) =>
        ReferenceEquals(this, other)
        || (other is not null && EqualityContract == other.EqualityContract && UnknownAttributes.Equals(other.UnknownAttributes) && OtherElements.Equals(other.OtherElements));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, UnknownAttributes, OtherElements);

    /// <summary>Shows the names of what is unknown, and never the values.</summary>
    /// <param name="builder">Where to.</param>
    /// <returns>Whether there was anything.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (UnknownAttributes.Count > 0)
        {
            builder.Append(nameof(UnknownAttributes)).Append(" = ").Append(UnknownAttributes);
        }

        return UnknownAttributes.Count > 0;
    }

    private sealed record Rest(IReadOnlyList<EppAttributeValue> Attributes, IReadOnlyList<EppRawElement> Elements, EppReadNotes? Notes)
    {
        public static readonly Rest None = new(EppList.Of<EppAttributeValue>(null), EppList.Of<EppRawElement>(null), null);
    }
}

/// <summary>What a type with child elements holds.</summary>
public abstract record EppComplexContent : EppContent
{
    /// <summary>
    /// The unchanged child elements that the schema does not define, or that cannot be read. They are written again, after the elements of the schema.
    /// </summary>
    public IReadOnlyList<EppRawElement> UnknownElements
    {
        get => OtherElements;
        init => OtherElements = value;
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        var hasAttributes = base.PrintMembers(builder);
        if (UnknownElements.Count > 0)
        {
            builder.Append(hasAttributes ? ", " : string.Empty).Append(nameof(UnknownElements)).Append(" = ").Append(UnknownElements);
        }

        return hasAttributes || UnknownElements.Count > 0;
    }
}

/// <summary>What can stand between the tags of an element: its attributes, text and child elements.</summary>
public interface IEppContent
{
    /// <summary>Writes attributes and content into the open element.</summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="EppValidationException">A value violates its schema type, or a required one is missing.</exception>
    void WriteContent(EppXmlWriter writer);
}

/// <summary>The content of an element whose declared type is abstract: the element names the type that it has.</summary>
public interface IEppDerivedContent : IEppContent
{
    /// <summary>The canonical namespace of the type.</summary>
    string TypeNamespaceUri { get; }

    /// <summary>The name of the type in its schema.</summary>
    string TypeName { get; }
}

/// <summary>An XML element that can stand in a wildcard of an EPP message: an object under a command or in <c>resData</c>, or an extension.</summary>
public interface IEppElement
{
    /// <summary>The namespace, as the RFC or the registry's newest schema spells it.</summary>
    string NamespaceUri { get; }

    /// <summary>The local name of the element.</summary>
    string LocalName { get; }

    /// <summary>Writes the element with its tags.</summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    void Write(EppXmlWriter writer);
}

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

using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace EppClient.Xml;

/// <summary>The content of a schema type: the base type of the generated records.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record EppContent : IEppContent
{
    // Null for nearly all messages, because registries mostly conform to their schemas.
    private Rest? _rest;

    /// <summary>The attributes that the schema does not define or that cannot be read, unchanged. They are written back.</summary>
    public IReadOnlyList<EppAttributeValue> UnknownAttributes
    {
        get => _rest?.Attributes ?? EppList.Of<EppAttributeValue>(null);
        init => _rest = value is { Count: > 0 } || _rest is not null ? (_rest ?? Rest.None) with { Attributes = EppList.Of(value) } : null;
    }

    /// <summary>The schema violations that were found when this record and its members were read; empty if it was not read, or there were none.</summary>
    public IReadOnlyList<EppReadDiagnostic> ReadDiagnostics => _rest?.Notes?.Diagnostics ?? [];

    /// <summary>The schema violations that were found when this record was read; null for none.</summary>
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
    /// Converts the content to another type with the same attributes and content. Use it if an element names, in <c>xsi:type</c>, a type derived from the type
    /// in the schema, as in <c>place.As(HousePlace.ReadContent)</c>. <see cref="UnknownAttributes"/> has the name of the type.
    /// </summary>
    /// <typeparam name="T">The other type.</typeparam>
    /// <param name="read">The <c>ReadContent</c> method of the other type.</param>
    /// <param name="schemas">The schemas of elements in wildcards. Default: null; such elements stay raw XML.</param>
    /// <exception cref="EppValidationException">A value of this content violates its schema type, or a required value is missing.</exception>
    /// <exception cref="EppProtocolException">The content does not match the other type.</exception>
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

    /// <summary>Compares the members, but not the read diagnostics.</summary>
    /// <param name="other">The other content.</param>
    public virtual bool Equals(EppContent? other) =>
        ReferenceEquals(this, other)
        || (other is not null && EqualityContract == other.EqualityContract && UnknownAttributes.Equals(other.UnknownAttributes) && OtherElements.Equals(other.OtherElements));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, UnknownAttributes, OtherElements);

    /// <summary>Prints the names of unknown attributes, never their values.</summary>
    /// <param name="builder">The target.</param>
    /// <returns>Whether anything was printed.</returns>
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

/// <summary>The content of a schema type with child elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record EppComplexContent : EppContent
{
    /// <summary>
    /// The child elements that the schema does not define or that cannot be read, unchanged. They are written back after the elements of the schema.
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

/// <summary>The content of an element: its attributes, text and child elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppContent
{
    /// <summary>Writes the attributes and the content into the open element.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="EppValidationException">A value violates its schema type, or a required value is missing.</exception>
    void WriteContent(EppXmlWriter writer);
}

/// <summary>The content of an element whose declared type is abstract. The element names its actual type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppDerivedContent : IEppContent
{
    /// <summary>The canonical namespace of the type.</summary>
    string TypeNamespaceUri { get; }

    /// <summary>The name of the type in its schema.</summary>
    string TypeName { get; }
}

/// <summary>An XML element that can be in a wildcard of an EPP message: an object in a command or in <c>resData</c>, or an extension.</summary>
public interface IEppElement
{
    /// <summary>The canonical namespace: that of the RFC, or of the registry's newest schema.</summary>
    string NamespaceUri { get; }

    /// <summary>The local name of the element.</summary>
    string LocalName { get; }

    /// <summary>Writes the element, including its tags.</summary>
    /// <param name="writer">The writer.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    void Write(EppXmlWriter writer);
}

/// <summary>
/// A value of an enumeration in a schema. Registries add values, so these types are open: unknown values can be read, but only the schema's own values can be
/// written.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppEnumeration
{
    /// <summary>The text in the message.</summary>
    string Value { get; }

    /// <summary>Whether the schema defines the value.</summary>
    bool IsKnown { get; }
}

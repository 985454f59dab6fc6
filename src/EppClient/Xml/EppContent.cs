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

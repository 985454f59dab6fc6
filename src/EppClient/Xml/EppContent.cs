using System.Buffers;
using System.Text;

namespace EppClient.Xml;

/// <summary>What a type of a schema holds, as a record of its own: the base of the generated ones.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public abstract record EppContent : IEppContent
{
    /// <summary>Attributes that the schema does not name, as they were read. They are written again.</summary>
    public IReadOnlyList<EppAttributeValue> UnknownAttributes
    {
        get;
        init => field = EppList.Of(value);
    } = EppList.Of<EppAttributeValue>(null);

    /// <inheritdoc/>
    public abstract void WriteContent(EppXmlWriter writer);

    /// <summary>
    /// Reads the same attributes and content as another type: where an element names, in <c>xsi:type</c>, a type derived from the one that the
    /// schema gives it, as in <c>place.As(HousePlace.ReadContent)</c>. <see cref="UnknownAttributes"/> tells the type's name.
    /// </summary>
    /// <typeparam name="T">The other type.</typeparam>
    /// <param name="read">Its <c>ReadContent</c>.</param>
    /// <param name="schemas">Those that give types to elements in wildcards. Default: none, such elements stay XML.</param>
    /// <exception cref="EppValidationException">A value of this breaks its schema type, or a required one is missing.</exception>
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

        using var reader = new EppXmlReader(document.WrittenMemory, dialect, schemas);
        return read(reader);
    }

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
}

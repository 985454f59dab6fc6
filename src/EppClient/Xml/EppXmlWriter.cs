using System.Buffers;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <summary>
/// Writes one message in UTF-8 without a byte order mark. Values are checked against their schema types, and namespaces are translated to the registry's own.
/// Called by generated code; applications rarely need it.
/// </summary>
/// <remarks>
/// Not safe for use by several threads. Nothing is written to the output before <see cref="Complete"/>, so a command that fails its checks has no effect.
/// </remarks>
public sealed partial class EppXmlWriter : IDisposable
{
    // Writing a command is one synchronous pass, so each thread keeps the writer that it used last.
    [ThreadStatic]
    private static EppXmlWriter? _spare;

    private readonly IBufferWriter<byte>? _output;
    private Utf8XmlWriter _writer;
    private bool _isDisposed;
    private bool _isReused;

    /// <summary>Starts a document.</summary>
    /// <param name="output">The target of the bytes.</param>
    /// <param name="dialect">The dialect of the registry.</param>
    public EppXmlWriter(IBufferWriter<byte> output, EppXmlDialect dialect)
        : this(dialect)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    /// <summary>Starts a document whose bytes are read from <see cref="Document"/>.</summary>
    internal EppXmlWriter(EppXmlDialect dialect)
    {
        Dialect = dialect;
        _writer = Utf8XmlWriter.Start();
    }

    /// <summary>
    /// Like the constructor. The writer must not be used or disposed again after it was disposed, because it may then write another document.
    /// </summary>
    internal static EppXmlWriter Rent(EppXmlDialect dialect)
    {
        if (_spare is not { } writer)
        {
            return new EppXmlWriter(dialect) { _isReused = true };
        }

        _spare = null;
        writer.Dialect = dialect;
        writer._writer = Utf8XmlWriter.Start();
        writer._isDisposed = false;
        return writer;
    }

    /// <summary>The dialect of the registry.</summary>
    public EppXmlDialect Dialect { get; private set; }

    /// <summary>Whether a command is written. Content from a registry is written back unchanged, including empty texts in lists.</summary>
    internal bool IsCommand { get; set; }

    /// <summary>The data that was written so far; it is overwritten after the writer was disposed.</summary>
    internal ReadOnlySpan<byte> Document => _writer.Document;

    /// <summary>Opens an element.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <exception cref="EppValidationException">The version of the schema that the registry supports has no such element.</exception>
    public void StartElement(string namespaceUri, string localName)
    {
        var wire = Dialect.ToWire(namespaceUri);
        if (!ReferenceEquals(wire, namespaceUri) && !Dialect.Has(namespaceUri, localName))
        {
            throw new EppValidationException(localName, $"is not in the version of the schema that the registry supports, {wire}");
        }

        _writer.StartElement(_writer.LookupPrefix(wire) ?? EppNamespacePrefix.Of(namespaceUri), localName, wire);
    }

    /// <summary>Closes the innermost open element.</summary>
    public void EndElement() => _writer.EndElement();

    /// <summary>Writes an element without content.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    public void EmptyElement(string namespaceUri, string localName)
    {
        StartElement(namespaceUri, localName);
        EndElement();
    }

    /// <summary>Writes an element without content, if the flag is set.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="present">The flag.</param>
    public void Flag(string namespaceUri, string localName, bool present)
    {
        if (present)
        {
            EmptyElement(namespaceUri, localName);
        }
    }

    /// <summary>Writes an element with mixed content; writes nothing if it is null.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="value">The content.</param>
    public void Element(string namespaceUri, string localName, EppMixedContent? value)
    {
        if (value is not null)
        {
            StartElement(namespaceUri, localName);
            Content(value);
            EndElement();
        }
    }

    /// <summary>Writes an element with attributes and content; writes nothing if it is null.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="value">The content.</param>
    /// <exception cref="EppValidationException">A value violates its schema type, or a required one is missing.</exception>
    public void Element(string namespaceUri, string localName, IEppContent? value)
    {
        if (value is not null)
        {
            StartElement(namespaceUri, localName);
            value.WriteContent(this);
            EndElement();
        }
    }

    /// <summary>Writes mixed content into the open element.</summary>
    /// <param name="value">The content.</param>
    public void Content(EppMixedContent? value)
    {
        Attributes(value?.Attributes ?? []);
        if (value?.Xml is { } xml)
        {
            using var reader = EppRawXml.Fragments(xml);
            _writer.Copy(reader);
        }
        else if (value is { Text.Length: > 0 })
        {
            _writer.Text(value.Text);
        }
    }

    /// <summary>Writes elements unchanged, as they were read or parsed.</summary>
    /// <param name="elements">The elements.</param>
    public void Raw(IReadOnlyList<EppRawElement> elements)
    {
        CheckItems(elements, nameof(EppComplexContent.UnknownElements));
        for (var i = 0; i < elements.Count; i++)
        {
            Raw(elements[i]);
        }
    }

    /// <summary>Writes an element unchanged, as it was read or parsed.</summary>
    /// <param name="element">The element.</param>
    public void Raw(EppRawElement element)
    {
        using var reader = EppRawXml.Fragments(element.Xml);
        _writer.Copy(reader);
    }

    /// <summary>Ends the document and writes all bytes to the output.</summary>
    public void Complete()
    {
        _output?.Write(_writer.Document);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _writer.Dispose();
            if (_isReused)
            {
                IsCommand = false;
                _spare = this;
            }
        }
    }
}

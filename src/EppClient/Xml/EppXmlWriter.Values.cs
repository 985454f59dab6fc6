using System.Globalization;

namespace EppClient.Xml;

/// <content>Typed values: checked, formatted as XML Schema says, left out when null.</content>
public sealed partial class EppXmlWriter
{
    /// <summary>Writes an element with text; nothing where the value is null.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The element.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">Its schema type.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The value breaks the type.</exception>
    public void Element(string namespaceUri, string localName, string? value, EppSimpleType type, string member)
    {
        if (value is not null)
        {
            WriteElement(namespaceUri, localName, EppFacets.Check(value, Dialect.Resolve(type), member));
        }
    }

    /// <inheritdoc cref="Element(string, string, string?, EppSimpleType, string)"/>
    public void Element(string namespaceUri, string localName, bool? value, EppSimpleType type, string member)
    {
        if (value is { } set)
        {
            WriteElement(namespaceUri, localName, EppLexical.Format(set));
        }
    }

    /// <inheritdoc cref="Element(string, string, string?, EppSimpleType, string)"/>
    public void Element(string namespaceUri, string localName, long? value, EppSimpleType type, string member) =>
        Element(namespaceUri, localName, (decimal?)value, type, member);

    /// <inheritdoc cref="Element(string, string, string?, EppSimpleType, string)"/>
    public void Element(string namespaceUri, string localName, ulong? value, EppSimpleType type, string member) =>
        Element(namespaceUri, localName, (decimal?)value, type, member);

    /// <inheritdoc cref="Element(string, string, string?, EppSimpleType, string)"/>
    public void Element(string namespaceUri, string localName, decimal? value, EppSimpleType type, string member)
    {
        if (value is { } number)
        {
            WriteElement(namespaceUri, localName, Checked(number, type, member));
        }
    }

    /// <inheritdoc cref="Element(string, string, string?, EppSimpleType, string)"/>
    public void Element(string namespaceUri, string localName, DateTimeOffset? value, EppSimpleType type, string member)
    {
        if (value is { } moment)
        {
            WriteElement(namespaceUri, localName, EppLexical.Format(moment));
        }
    }

    /// <inheritdoc cref="Element(string, string, string?, EppSimpleType, string)"/>
    public void Element(string namespaceUri, string localName, DateOnly? value, EppSimpleType type, string member)
    {
        if (value is { } day)
        {
            WriteElement(namespaceUri, localName, EppLexical.Format(day));
        }
    }

    /// <summary>Writes an element with octets in hexadecimal digits; nothing where the value is null.</summary>
    /// <inheritdoc cref="Element(string, string, string?, EppSimpleType, string)"/>
    public void HexElement(string namespaceUri, string localName, EppBinary? value, EppSimpleType type, string member)
    {
        if (value is { } octets)
        {
            EppFacets.CheckLength(octets.Length, "octets", Dialect.Resolve(type), member);
            WriteElement(namespaceUri, localName, octets.ToHex());
        }
    }

    /// <summary>Writes an element with octets in base 64; nothing where the value is null.</summary>
    /// <inheritdoc cref="Element(string, string, string?, EppSimpleType, string)"/>
    public void Base64Element(string namespaceUri, string localName, EppBinary? value, EppSimpleType type, string member)
    {
        if (value is { } octets)
        {
            EppFacets.CheckLength(octets.Length, "octets", Dialect.Resolve(type), member);
            WriteElement(namespaceUri, localName, octets.ToBase64());
        }
    }

    /// <summary>Writes an attribute of the open element; nothing where the value is null.</summary>
    /// <param name="localName">The attribute.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">Its schema type.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The value breaks the type.</exception>
    public void Attribute(string localName, string? value, EppSimpleType type, string member)
    {
        if (value is not null)
        {
            WriteAttribute(localName, EppFacets.Check(value, Dialect.Resolve(type), member));
        }
    }

    /// <inheritdoc cref="Attribute(string, string?, EppSimpleType, string)"/>
    public void Attribute(string localName, bool? value, EppSimpleType type, string member)
    {
        if (value is { } set)
        {
            WriteAttribute(localName, EppLexical.Format(set));
        }
    }

    /// <inheritdoc cref="Attribute(string, string?, EppSimpleType, string)"/>
    public void Attribute(string localName, decimal? value, EppSimpleType type, string member)
    {
        if (value is { } number)
        {
            WriteAttribute(localName, Checked(number, type, member));
        }
    }

    /// <inheritdoc cref="Attribute(string, string?, EppSimpleType, string)"/>
    public void Attribute(string localName, DateTimeOffset? value, EppSimpleType type, string member)
    {
        if (value is { } moment)
        {
            WriteAttribute(localName, EppLexical.Format(moment));
        }
    }

    /// <inheritdoc cref="Attribute(string, string?, EppSimpleType, string)"/>
    public void Attribute(string localName, DateOnly? value, EppSimpleType type, string member)
    {
        if (value is { } day)
        {
            WriteAttribute(localName, EppLexical.Format(day));
        }
    }

    /// <summary>Writes the text of the open element; nothing where the value is null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its schema type.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The value breaks the type.</exception>
    public void Text(string? value, EppSimpleType type, string member)
    {
        if (value is not null)
        {
            _writer.WriteString(EppFacets.Check(value, Dialect.Resolve(type), member));
        }
    }

    /// <inheritdoc cref="Text(string?, EppSimpleType, string)"/>
    public void Text(bool? value, EppSimpleType type, string member)
    {
        if (value is { } set)
        {
            _writer.WriteString(EppLexical.Format(set));
        }
    }

    /// <inheritdoc cref="Text(string?, EppSimpleType, string)"/>
    public void Text(decimal? value, EppSimpleType type, string member)
    {
        if (value is { } number)
        {
            _writer.WriteString(Checked(number, type, member));
        }
    }

    /// <inheritdoc cref="Text(string?, EppSimpleType, string)"/>
    public void Text(DateTimeOffset? value, EppSimpleType type, string member)
    {
        if (value is { } moment)
        {
            _writer.WriteString(EppLexical.Format(moment));
        }
    }

    /// <inheritdoc cref="Text(string?, EppSimpleType, string)"/>
    public void Text(DateOnly? value, EppSimpleType type, string member)
    {
        if (value is { } day)
        {
            _writer.WriteString(EppLexical.Format(day));
        }
    }

    /// <summary>Writes octets in hexadecimal digits into the open element; nothing where the value is null.</summary>
    /// <inheritdoc cref="Text(string?, EppSimpleType, string)"/>
    public void HexText(EppBinary? value, EppSimpleType type, string member)
    {
        if (value is { } octets)
        {
            EppFacets.CheckLength(octets.Length, "octets", Dialect.Resolve(type), member);
            _writer.WriteString(octets.ToHex());
        }
    }

    /// <summary>Writes octets in base 64 into the open element; nothing where the value is null.</summary>
    /// <inheritdoc cref="Text(string?, EppSimpleType, string)"/>
    public void Base64Text(EppBinary? value, EppSimpleType type, string member)
    {
        if (value is { } octets)
        {
            EppFacets.CheckLength(octets.Length, "octets", Dialect.Resolve(type), member);
            _writer.WriteString(octets.ToBase64());
        }
    }

    private string Checked(decimal number, EppSimpleType type, string member)
    {
        var resolved = Dialect.Resolve(type);
        EppFacets.Check(number, resolved, member);
        return resolved.FractionDigits is { } digits
            ? number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : EppLexical.Format(number);
    }

    private void WriteAttribute(string name, string text)
    {
        if (name[0] != '{')
        {
            _writer.WriteAttributeString(name, text);
            return;
        }

        var end = name.IndexOf('}', StringComparison.Ordinal);
        _writer.WriteAttributeString(name[(end + 1)..], name[1..end], text);
    }

    private void WriteElement(string namespaceUri, string localName, string text)
    {
        StartElement(namespaceUri, localName);
        _writer.WriteString(text);
        _writer.WriteEndElement();
    }
}

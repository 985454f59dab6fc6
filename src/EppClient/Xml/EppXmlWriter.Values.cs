namespace EppClient.Xml;

/// <content>Writes values of simple types. Values are checked and formatted as XML Schema requires; null values are omitted.</content>
public sealed partial class EppXmlWriter
{
    /// <summary>Writes an element with a value; writes nothing if it is null.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The schema type of the value.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The value violates its type.</exception>
    public void Element(string namespaceUri, string localName, EppXmlValue value, EppSimpleType type, string member)
    {
        if (value.HasValue)
        {
            StartElement(namespaceUri, localName);
            _writer.Text(Format(value, type, member));
            _writer.EndElement();
        }
    }

    /// <summary>Writes an element with a list; writes nothing if it is null.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="values">The items.</param>
    /// <param name="type">The schema type of the list.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The list or an item violates its type.</exception>
    public void Element<T>(string namespaceUri, string localName, IReadOnlyList<T>? values, EppSimpleType type, string member)
    {
        if (values is not null)
        {
            StartElement(namespaceUri, localName);
            _writer.Text(Format(values, type, member));
            _writer.EndElement();
        }
    }

    /// <summary>Writes an attribute of the open element; writes nothing if the value is null.</summary>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The schema type of the value.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The value violates its type.</exception>
    public void Attribute(string localName, EppXmlValue value, EppSimpleType type, string member) =>
        Attribute(string.Empty, localName, value, type, member);

    /// <summary>Writes an attribute in a namespace; writes nothing if the value is null.</summary>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The schema type of the value.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The value violates its type.</exception>
    public void Attribute(string namespaceUri, string localName, EppXmlValue value, EppSimpleType type, string member)
    {
        if (value.HasValue)
        {
            var text = Format(value, type, member);
            WriteAttribute(namespaceUri, localName, value.IsFlag && Dialect.FlagAttributesAsDigits ? Digit(text) : text);
        }
    }

    /// <summary>Writes an attribute that is a list; writes nothing if it is null.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="values">The items.</param>
    /// <param name="type">The schema type of the list.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The list or an item violates its type.</exception>
    public void Attribute<T>(string localName, IReadOnlyList<T>? values, EppSimpleType type, string member) =>
        Attribute(string.Empty, localName, values, type, member);

    /// <summary>Writes an attribute in a namespace that is a list; writes nothing if it is null.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="namespaceUri">The canonical namespace of the attribute; empty for none.</param>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="values">The items.</param>
    /// <param name="type">The schema type of the list.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The list or an item violates its type.</exception>
    public void Attribute<T>(string namespaceUri, string localName, IReadOnlyList<T>? values, EppSimpleType type, string member)
    {
        if (values is not null)
        {
            WriteAttribute(namespaceUri, localName, Format(values, type, member));
        }
    }

    /// <summary>Writes the text of the open element; writes nothing if the value is null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The schema type of the value.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The value violates its type.</exception>
    public void Text(EppXmlValue value, EppSimpleType type, string member)
    {
        if (value.HasValue)
        {
            _writer.Text(Format(value, type, member));
        }
    }

    /// <summary>Writes a list as the text of the open element; writes nothing if it is null.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="values">The items.</param>
    /// <param name="type">The schema type of the list.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The list or an item violates its type.</exception>
    public void Text<T>(IReadOnlyList<T>? values, EppSimpleType type, string member)
    {
        if (values is not null)
        {
            _writer.Text(Format(values, type, member));
        }
    }

    /// <summary>
    /// Returns the IP version to write with an address. In a command, this is the version of the address, which must be an IPv4 or IPv6 address and match the
    /// version that the caller has set, if any. Content from a registry is written back unchanged.
    /// </summary>
    /// <param name="address">The address; null for none.</param>
    /// <param name="version">The version that was set; null for none.</param>
    /// <param name="member">The member with the address, for errors.</param>
    /// <returns><c>v4</c> or <c>v6</c>, or null for the schema's default.</returns>
    /// <exception cref="EppValidationException">In a command, the address is invalid or has another version.</exception>
    public string? IpVersion(string? address, string? version, string member)
    {
        // A missing address is reported when it is written.
        if (!IsCommand || address is null)
        {
            return version;
        }

        return IpAddressText.Fault(EppWhiteSpaces.Normalize(address, EppSimpleType.Token), version) is { } rule
            ? throw new EppValidationException(member, rule)
            : version ?? EppIpVersion.Of(address);
    }

    private static string Digit(string flag) => flag == "true" ? "1" : "0";

    private void WriteAttribute(string namespaceUri, string localName, string text)
    {
        if (namespaceUri.Length == 0)
        {
            _writer.Attribute(localName, text);
            return;
        }

        // An attribute without a prefix is in no namespace, whatever the default namespace is.
        var wire = Dialect.ToWire(namespaceUri);
        var prefix = _writer.LookupPrefix(wire) is { Length: > 0 } declared ? declared : EppNamespacePrefix.Of(wire);
        _writer.Attribute(prefix.Length > 0 ? prefix : "a", localName, wire, text);
    }

    private string Format(EppXmlValue value, EppSimpleType type, string member)
    {
        if (IsCommand && value.IsUnsetDate)
        {
            throw EppFacets.Broken(member, "is 0001-01-01, the value of a date that was never set: set it", type);
        }

        return value.Name is { } name ? Format(name, type, member) : value.Checked(Dialect.Resolve(type), member);
    }

    private string Format<T>(IReadOnlyList<T> values, EppSimpleType type, string member)
    {
        var list = Dialect.Resolve(type);
        var item = list.Item ?? EppSimpleType.Token;
        var spelt = new string[values.Count];
        for (var i = 0; i < spelt.Length; i++)
        {
            spelt[i] = Format(EppXmlValue.Of(values[i]), item, member);
            if (spelt[i].Length == 0 || spelt[i].AsSpan().IndexOfAny([' ', '\t', '\n', '\r']) >= 0)
            {
                throw EppFacets.Broken(member, "must hold items without white space, which separates items", list);
            }
        }

        return EppFacets.Check(string.Join(' ', spelt), list, member);
    }

    private string Format(EppQualifiedName name, EppSimpleType type, string member)
    {
        var resolved = Dialect.Resolve(type);
        if (resolved.Enumeration is { } allowed && !allowed.Contains(name.ToString()))
        {
            throw EppFacets.Broken(member, $"must be one of {string.Join(", ", allowed)}", resolved);
        }

        var prefix = PrefixOf(name.NamespaceUri ?? string.Empty, resolved, member);
        var text = prefix.Length == 0 ? name.LocalName ?? string.Empty : $"{prefix}:{name.LocalName}";
        return EppForms.Fault(text, EppValueForm.QualifiedName) is { } rule ? throw EppFacets.Broken(member, rule, resolved) : text;
    }

    private string PrefixOf(string namespaceUri, EppSimpleType type, string member)
    {
        if (namespaceUri.Length == 0)
        {
            return _writer.LookupPrefix(string.Empty) is not null
                ? string.Empty
                : throw EppFacets.Broken(member, "is a name in no namespace, which cannot be written where a default namespace is declared", type);
        }

        var wire = Dialect.ToWire(namespaceUri);
        if (_writer.LookupPrefix(wire) is { } declared)
        {
            return declared;
        }

        if (!_writer.IsInTag)
        {
            throw EppFacets.Broken(member, $"is a name in {wire}, for which no prefix is declared", type);
        }

        var prefix = EppNamespacePrefix.Of(wire) is { Length: > 0 } usual ? usual : "n";
        _writer.Declare(prefix, wire);
        return prefix;
    }
}

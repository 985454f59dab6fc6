using System.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <content>
/// Handles parts that violate their schema. All parts that cannot be read as their type are handled here: as an error if reading is strict, otherwise as a
/// diagnostic, with the raw part kept.
/// </content>
public sealed partial class EppXmlReader
{
    private const string NoPlace = "The schema does not allow this element here, or not this often";

    private List<EppReadDiagnostic>? _diagnostics;
    private List<EppRawElement>? _unread;
    private HashSet<string>? _misspelledNamespaces;
    private List<(int Tag, string NamespaceUri, string LocalName)>? _unreadAttributes;

    /// <summary>The violations found so far.</summary>
    public IReadOnlyList<EppReadDiagnostic> Diagnostics => _diagnostics ?? (IReadOnlyList<EppReadDiagnostic>)[];

    /// <summary>Begins the reading of a record at its element.</summary>
    public EppReadStart Start() => new(LocalName, _diagnostics?.Count ?? 0, _unread?.Count ?? 0);

    /// <summary>Begins the reading of a part, which has no element of its own.</summary>
    public EppReadStart StartPart() => new(string.Empty, _diagnostics?.Count ?? 0, _unread?.Count ?? 0);

    /// <summary>Reports that a record does not have a required part. Parts that are present but cannot be read were reported before.</summary>
    /// <param name="start">The start of the record, which was just read.</param>
    /// <param name="part">The element, the attribute as <c>@s</c>, or an attribute of a child as <c>reason/@lang</c>.</param>
    /// <param name="typeName">The schema type that requires it.</param>
    /// <exception cref="EppProtocolException">Reading is strict.</exception>
    public void Missing(EppReadStart start, string part, string typeName)
    {
        var path = PathOf(start, part);
        for (var i = start.Diagnostics; i < _diagnostics?.Count; i++)
        {
            if (_diagnostics[i].Fault == EppReadFault.Unreadable && _diagnostics[i].Path == path)
            {
                return;
            }
        }

        Diagnose(EppReadFault.Missing, path, $"The message lacks '{part}', which the schema type {typeName} requires");
    }

    /// <summary>Reports that a record does not have a required part that some registries omit.</summary>
    /// <param name="start">The start of the record, which was just read.</param>
    /// <param name="part">The element.</param>
    /// <param name="typeName">The schema type that requires it.</param>
    /// <param name="namespaceUri">The canonical namespace of the schema.</param>
    /// <param name="localTypeName">The name of the complex type in it.</param>
    /// <exception cref="EppProtocolException">Reading is strict, and the registry's overlay does not allow it.</exception>
    public void MissingUnlessRelaxed(EppReadStart start, string part, string typeName, string namespaceUri, string localTypeName)
    {
        if (!Dialect.MayOmit(namespaceUri, localTypeName, part))
        {
            Missing(start, part, typeName);
        }
    }

    /// <summary>Reports the current element if the schema places it before an element that was already read.</summary>
    /// <param name="reached">The highest position, in the order of the schema, of the elements read so far.</param>
    /// <param name="place">The position of the current element.</param>
    public void InOrder(ref int reached, int place)
    {
        if (place >= reached)
        {
            reached = place;
        }
        else
        {
            Misplaced();
        }
    }

    /// <summary>Reads an element without a member in the record, or whose member already has a value.</summary>
    /// <param name="unknown">The list that keeps it.</param>
    /// <param name="namespaceUri">The record's own namespace, which should have no such elements.</param>
    public void ReadUnknown(ref List<EppRawElement>? unknown, string namespaceUri)
    {
        var path = NamespaceUri == namespaceUri ? Path : null;
        var element = ReadRaw();
        (unknown ??= []).Add(element);
        if (path is not null)
        {
            Diagnose(new EppReadDiagnostic(EppReadFault.Unexpected, path, NoPlace, element));
        }
    }

    /// <summary>Skips an element that is in no branch of a choice.</summary>
    /// <param name="start">The start of the choice.</param>
    /// <param name="part">The elements of its branches.</param>
    /// <param name="typeName">The schema type that requires one of them.</param>
    /// <exception cref="EppProtocolException">Reading is strict.</exception>
    public void SkipUnknown(EppReadStart start, string part, string typeName)
    {
        Missing(start, part, typeName);
        (_unread ??= []).Add(ReadRaw());
    }

    /// <summary>Skips an element whose required <c>xsi:type</c> is missing or unknown.</summary>
    /// <typeparam name="T">The base of the possible types.</typeparam>
    /// <param name="typeName">The abstract schema type.</param>
    /// <returns>Null.</returns>
    /// <exception cref="EppProtocolException">Reading is strict.</exception>
    public T? ReadUntyped<T>(string typeName)
        where T : class
    {
        Unreadable(_reader.Mark, $"The element's 'xsi:type' names no known type derived from the schema type {typeName}");
        return null;
    }

    /// <summary>Creates the element of a value that was read: typed, or raw if the value cannot be read.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The element.</param>
    /// <param name="value">The value; null if it cannot be read.</param>
    /// <param name="type">Its schema type.</param>
    public IEppElement ElementOf<T>(string namespaceUri, string localName, T? value, EppSimpleType type)
        where T : struct => value is { } read ? new EppValueElement<T>(namespaceUri, localName, read, type) : TakeUnread();

    /// <inheritdoc cref="ElementOf{T}(string, string, T?, EppSimpleType)"/>
    public IEppElement ElementOf<T>(string namespaceUri, string localName, T? value, EppSimpleType type)
        where T : class => value is not null ? new EppValueElement<T>(namespaceUri, localName, value, type) : TakeUnread();

    /// <summary>The raw elements that a record keeps: unknown ones and unreadable ones.</summary>
    /// <param name="start">The start of the record.</param>
    /// <param name="unknown">The unknown elements.</param>
    public IReadOnlyList<EppRawElement> UnknownElements(EppReadStart start, List<EppRawElement>? unknown)
    {
        if (_unread is not null && _unread.Count > start.Unread)
        {
            (unknown ??= []).AddRange(_unread.Skip(start.Unread));
        }

        return EppList.Of(unknown);
    }

    /// <summary>The violations in a record; null for none.</summary>
    /// <param name="start">The start of the record, which was just read.</param>
    public EppReadNotes? Notes(EppReadStart start)
    {
        // The enclosing record keeps the elements of a part.
        if (start.Element.Length > 0 && _unread is not null && _unread.Count > start.Unread)
        {
            _unread.RemoveRange(start.Unread, _unread.Count - start.Unread);
        }

        return _diagnostics is null || _diagnostics.Count == start.Diagnostics
            ? null
            : new EppReadNotes(_reader.PathBeside(start.Element), _diagnostics[start.Diagnostics..]);
    }

    /// <summary>Reports a violation.</summary>
    /// <exception cref="EppProtocolException">Reading is strict, and the part is missing or cannot be read.</exception>
    internal void Diagnose(EppReadFault fault, string path, string reason, string? raw = null) => Diagnose(new EppReadDiagnostic(fault, path, reason, raw));

    /// <inheritdoc cref="Diagnose(EppReadFault, string, string, string)"/>
    internal void Diagnose(EppReadFault fault, string path, string reason, EppRawElement element) => Diagnose(new EppReadDiagnostic(fault, path, reason, element));

    /// <summary>Reports that a part was read, but has no usable value.</summary>
    /// <param name="start">The start of the record, which was just read.</param>
    /// <param name="part">The element or attribute.</param>
    /// <param name="reason">The reason.</param>
    /// <exception cref="EppProtocolException">Reading is strict.</exception>
    internal void Unreadable(EppReadStart start, string part, string reason) => Diagnose(EppReadFault.Unreadable, PathOf(start, part), reason);

    /// <summary>Adds the violations of an embedded document.</summary>
    /// <param name="inner">The violations, with paths in that document.</param>
    /// <param name="path">The path of the element that contains it.</param>
    internal void Diagnose(IReadOnlyList<EppReadDiagnostic> inner, string path)
    {
        foreach (var diagnostic in inner)
        {
            (_diagnostics ??= []).Add(diagnostic.Under(path));
        }
    }

    /// <summary>Skips an element that the schema does not allow here, and reports it.</summary>
    internal void SkipUnexpected()
    {
        var path = Path;
        Diagnose(new EppReadDiagnostic(EppReadFault.Unexpected, path, NoPlace, ReadRaw()));
    }

    private void Diagnose(EppReadDiagnostic diagnostic)
    {
        if (Mode == EppReadMode.Strict && diagnostic.Fault is EppReadFault.Missing or EppReadFault.Unreadable)
        {
            throw new EppProtocolException(diagnostic.Reason, diagnostic.Path);
        }

        (_diagnostics ??= []).Add(diagnostic);
    }

    private void Misplaced() => Diagnose(EppReadFault.Misplaced, Path, "The schema places this element before one that precedes it here");

    // The reason must not contain the value, which may be a secret or personal data.
    private void Unreadable(XmlMark mark, string reason)
    {
        try
        {
            _reader.Return(mark);
            var (path, namespaceUri, localName) = (Path, NamespaceUri, LocalName);
            var element = new EppRawElement(namespaceUri, localName, _reader.ReadFragment());
            Diagnose(new EppReadDiagnostic(EppReadFault.Unreadable, path, reason, element));
            (_unread ??= []).Add(element);
        }
        catch (XmlException e)
        {
            throw NotWellFormed(e);
        }
    }

    private string CanonicalOf(string wire)
    {
        if (Schemas.KnownCanonicalOf(wire, Dialect) is { } known)
        {
            return known;
        }

        var canonical = Dialect.ToCanonical(wire);
        var meant = Schemas.CanonicalOf(wire, Dialect);
        if (meant != canonical && (_misspelledNamespaces ??= []).Add(wire))
        {
            Diagnose(Mode == EppReadMode.Strict ? EppReadFault.Unreadable : EppReadFault.NonstandardForm, Path, $"The namespace is read as {meant}, which differs only in case or in surrounding blanks", wire);
        }

        return meant;
    }

    private void UnreadableAttribute(string localName, string namespaceUri, string reason, string text)
    {
        Diagnose(EppReadFault.Unreadable, AttributePath(localName), reason, text);
        (_unreadAttributes ??= []).Add((_reader.Mark.TagStart, namespaceUri.Length == 0 ? string.Empty : Dialect.ToWire(namespaceUri), localName));
    }

    private bool IsUnreadable(string namespaceUri, string localName)
    {
        // The attributes of this tag were noted last.
        var tag = _reader.Mark.TagStart;
        for (var i = (_unreadAttributes?.Count ?? 0) - 1; i >= 0 && _unreadAttributes![i].Tag >= tag; i--)
        {
            if (_unreadAttributes[i] == (tag, namespaceUri, localName))
            {
                return true;
            }
        }

        return false;
    }

    private void DiagnoseUnknown(string text, EppSimpleType type, string path)
    {
        if (EppFacets.Fault(text, Dialect.Resolve(type)) is not null)
        {
            Diagnose(EppReadFault.OutsideType, path, "The schema does not define this value; it is kept", text);
        }
    }

    private EppRawElement TakeUnread()
    {
        var element = _unread![^1];
        _unread.RemoveAt(_unread.Count - 1);
        return element;
    }

    private string PathOf(EppReadStart start, string part)
    {
        var path = _reader.PathBeside(start.Element);
        return path.Length == 0 ? part : $"{path}/{part}";
    }
}

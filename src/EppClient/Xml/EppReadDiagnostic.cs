using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>One schema violation in a message: the kind, the path, the reason and the raw part.</summary>
public sealed record EppReadDiagnostic
{
    // Text, or an element whose XML is created on demand.
    private readonly object? _raw;

    internal EppReadDiagnostic(EppReadFault fault, string path, string reason, string? raw)
        : this(fault, path, reason, (object?)raw)
    {
    }

    internal EppReadDiagnostic(EppReadFault fault, string path, string reason, EppRawElement element)
        : this(fault, path, reason, (object)element)
    {
    }

    private EppReadDiagnostic(EppReadFault fault, string path, string reason, object? raw)
    {
        Fault = fault;
        Path = path;
        Reason = reason;
        _raw = raw;
    }

    /// <summary>Returns the same violation with a path in an enclosing document.</summary>
    internal EppReadDiagnostic Under(string path) => new(Fault, $"{path}/{Path}", Reason, _raw);

    /// <summary>The kind of violation.</summary>
    public EppReadFault Fault { get; }

    /// <summary>The path of element names, such as <c>epp/response/resData/infData/crDate</c>; an attribute as <c>@s</c>.</summary>
    public string Path { get; }

    /// <summary>The violated rule, or how the part was read. Never contains the value.</summary>
    public string Reason { get; }

    /// <summary>
    /// The unchanged part: XML for an element, otherwise text; null if it is missing. May contain secrets and personal data. <see cref="ToString"/> never shows
    /// it.
    /// </summary>
    public string? Raw => _raw is EppRawElement element ? element.Xml : (string?)_raw;

    /// <summary>Whether the part is an empty element, which is treated as absent.</summary>
    internal bool IsEmptyElement => Raw is ['<', ..] && (Raw.EndsWith("/>", StringComparison.Ordinal) || Raw.LastIndexOf("</", StringComparison.Ordinal) == Raw.IndexOf('>', StringComparison.Ordinal) + 1);

    /// <summary>Returns the reason and the path, never the value.</summary>
    public override string ToString() => $"{Reason} (at {Path})";
}

/// <summary>
/// The kinds of schema violation. With <see cref="EppReadMode.Strict"/>, the first two are errors, other spellings are not read, and the rest is reported.
/// </summary>
public enum EppReadFault
{
    /// <summary>An element or attribute that the schema requires is missing.</summary>
    Missing,

    /// <summary>A value cannot be read as its type. It is kept unchanged.</summary>
    Unreadable,

    /// <summary>A value is not in the lexical form of its type, but its meaning is certain, and it was read.</summary>
    NonstandardForm,

    /// <summary>A value was read with an assumption: a date and time without a zone is UTC (RFC 5731, section 2.4), and without a time midnight.</summary>
    Assumed,

    /// <summary>
    /// A text that its type does not allow, delivered unchanged: an unknown value of an enumeration, or an empty text where text is required.
    /// </summary>
    OutsideType,

    /// <summary>An element that the schema does not allow there, or one too many. It is kept unchanged.</summary>
    Unexpected,

    /// <summary>An element that follows one that the schema places after it. It was read.</summary>
    Misplaced,
}

/// <summary>The state at the start of reading a record, which generated code passes to <see cref="EppXmlReader"/> at the end.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EppReadStart
{
    internal EppReadStart(string element, int diagnostics, int unread)
    {
        Element = element;
        Diagnostics = diagnostics;
        Unread = unread;
    }

    /// <summary>The name of the record's element; empty for a part, which has no element.</summary>
    internal string Element { get; }

    internal int Diagnostics { get; }

    internal int Unread { get; }
}

/// <summary>How parts of a message that violate their schema are read.</summary>
public enum EppReadMode
{
    /// <summary>Readable parts are returned, unreadable parts are kept raw, and each violation becomes an <see cref="EppReadDiagnostic"/>.</summary>
    Tolerant,

    /// <summary>
    /// The first part that is missing, or not in the lexical form of its type, causes an <see cref="EppProtocolException"/>. For conformance tests of
    /// registries, and for servers, which reject schema violations.
    /// </summary>
    Strict,
}

namespace EppClient.Xml;

/// <summary>One violation of a schema in a message: the kind, the path, the reason and the raw part.</summary>
public sealed record EppReadDiagnostic
{
    // Text, or an element, whose XML is made when it is asked for.
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

    /// <summary>The same violation in a document that contains the one it was found in.</summary>
    internal EppReadDiagnostic Under(string path) => new(Fault, $"{path}/{Path}", Reason, _raw);

    /// <summary>The kind of violation.</summary>
    public EppReadFault Fault { get; }

    /// <summary>The path of element names, such as <c>epp/response/resData/infData/crDate</c>; an attribute as <c>@s</c>.</summary>
    public string Path { get; }

    /// <summary>The broken rule, or how the part was read. Never contains the value.</summary>
    public string Reason { get; }

    /// <summary>
    /// The unchanged part: an element as XML, else text; null if it is missing. May contain secrets and personal data, and is never shown by
    /// <see cref="ToString"/>.
    /// </summary>
    public string? Raw => _raw is EppRawElement element ? element.Xml : (string?)_raw;

    /// <summary>Whether the part is an empty element, which is treated as absent.</summary>
    internal bool IsHollow => Raw is ['<', ..] && (Raw.EndsWith("/>", StringComparison.Ordinal) || Raw.LastIndexOf("</", StringComparison.Ordinal) == Raw.IndexOf('>', StringComparison.Ordinal) + 1);

    /// <summary>The reason and the path; never the value.</summary>
    public override string ToString() => $"{Reason} (at {Path})";
}

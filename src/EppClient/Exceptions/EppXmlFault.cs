namespace EppClient;

/// <summary>
/// Why a message is not well-formed XML, or exceeds a limit of the reader, and where. Contains only names, codes and ids of the message and no other
/// text, so it can be logged.
/// </summary>
public sealed record EppXmlFault
{
    /// <summary>The violated rule; it may be a limit of the reader, such as the maximum nesting depth of elements.</summary>
    public required string Rule { get; init; }

    /// <summary>
    /// What was found instead, or a description of the whole message: <c>a control character U+000C</c>, <c>the undeclared prefix contact</c>,
    /// <c>the encoding windows-1251, which is unknown</c>, <c>an HTML page</c>.
    /// </summary>
    public required string LooksLike { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The position in the line, from 1, in UTF-16 code units.</summary>
    public required int Column { get; init; }

    /// <summary>The byte offset in the received message, from 0.</summary>
    public required int ByteOffset { get; init; }

    /// <summary>The path of the open elements at the fault; null outside the root element.</summary>
    public string? XmlPath { get; init; }

    /// <summary>
    /// The tags before the fault, reduced to content that is neither secret nor personal: names, result codes, ids. All text is <c>***</c>. At most a few
    /// hundred characters; empty if the fault is at the beginning.
    /// </summary>
    public required string Excerpt { get; init; }

    /// <summary>Whether the message may be well-formed, but exceeds a limit of the reader.</summary>
    internal bool IsLimit { get; init; }

    /// <summary>The fault in general terms, for the middle of a sentence.</summary>
    internal string Summary => IsLimit ? "exceeds a limit of the reader" : "is not well-formed XML";

    /// <summary>The fault and its position.</summary>
    public override string ToString() => FormattableString.Invariant($"line {Line}, position {Column}, byte {ByteOffset}: {LooksLike}. {Rule}");
}

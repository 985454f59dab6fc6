namespace EppClient;

/// <summary>Why a message is not well-formed XML, and where. Holds no text of the message but names, codes and ids, so that it can be logged.</summary>
public sealed record EppXmlFault
{
    /// <summary>The rule that the message breaks.</summary>
    public required string Rule { get; init; }

    /// <summary>
    /// What stands there instead, or what the whole message looks like: <c>a control character U+000C</c>, <c>the undeclared prefix contact</c>,
    /// <c>the encoding windows-1251, which is unknown</c>, <c>an HTML page</c>.
    /// </summary>
    public required string LooksLike { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The place in the line, from 1, in UTF-16 code units.</summary>
    public required int Column { get; init; }

    /// <summary>The place in the message, from 0, in bytes as they came.</summary>
    public required int ByteOffset { get; init; }

    /// <summary>Where in the message, as a path of the elements that are open there; null outside of all.</summary>
    public string? XmlPath { get; init; }

    /// <summary>
    /// The tags before the fault, of those only what cannot be secret or personal: names, result codes, ids. All text is <c>***</c>. At most some
    /// hundred characters; empty where the fault is at the beginning.
    /// </summary>
    public required string Excerpt { get; init; }

    /// <summary>What is wrong, and where.</summary>
    public override string ToString() => FormattableString.Invariant($"line {Line}, position {Column}, byte {ByteOffset}: {LooksLike}. {Rule}");
}

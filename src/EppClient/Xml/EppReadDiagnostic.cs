namespace EppClient.Xml;

/// <summary>One thing that was odd about a message: where, what, and what it was.</summary>
public sealed record EppReadDiagnostic
{
    internal EppReadDiagnostic(EppReadFault fault, string path, string reason, string? raw)
    {
        Fault = fault;
        Path = path;
        Reason = reason;
        Raw = raw;
    }

    /// <summary>What kind of thing.</summary>
    public EppReadFault Fault { get; }

    /// <summary>Where, as a path of element names such as <c>epp/response/resData/infData/crDate</c>; an attribute as <c>@s</c>.</summary>
    public string Path { get; }

    /// <summary>The rule that was broken, or how the part was read. Never with the value.</summary>
    public string Reason { get; }

    /// <summary>
    /// The part as it came: an element as XML, else text; null where it is missing. May hold secrets and personal data, and is never shown by
    /// <see cref="ToString"/>.
    /// </summary>
    public string? Raw { get; }

    /// <summary>Whether the part is an element with nothing in it, which is as good as none.</summary>
    internal bool IsHollow => Raw is ['<', ..] && (Raw.EndsWith("/>", StringComparison.Ordinal) || Raw.LastIndexOf("</", StringComparison.Ordinal) == Raw.IndexOf('>', StringComparison.Ordinal) + 1);

    /// <summary>The reason and the path; never the value.</summary>
    public override string ToString() => $"{Reason} (at {Path})";
}

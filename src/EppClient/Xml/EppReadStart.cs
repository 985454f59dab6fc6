using System.ComponentModel;

namespace EppClient.Xml;

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

    /// <summary>The record's element; empty for a part, which has none.</summary>
    internal string Element { get; }

    internal int Diagnostics { get; }

    internal int Unread { get; }
}

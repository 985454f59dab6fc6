using System.Text;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <summary>
/// A document violates a rule of XML, or exceeds a limit of the reader. The messages never quote text of the document, only names, characters and encodings.
/// </summary>
internal sealed class XmlFaultException : XmlException
{
    private const int MaxNameLength = 64;

    /// <summary>Creates the exception.</summary>
    /// <param name="rule">The violated rule.</param>
    /// <param name="found">What was found instead, such as <c>a control character U+000C</c>; null if the rule is sufficient.</param>
    /// <param name="offset">The position, in bytes of the document's text in UTF-8.</param>
    /// <param name="name">The name at the end of <paramref name="found"/>, from <see cref="Shown"/>. In a secret it may be part of the secret.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public XmlFaultException(string rule, string? found, int offset, string? name = null, Exception? innerException = null)
        : base(rule, innerException)
    {
        (Rule, Found, Offset, Name) = (rule, found, offset, name);
    }

    /// <summary>The violated rule, without the position that <see cref="Exception.Message"/> may add.</summary>
    public string Rule { get; }

    /// <summary>What was found instead, without the name that may follow.</summary>
    public string? Found { get; }

    /// <summary>The name that follows <see cref="Found"/>; must not be shown if the fault is in a secret.</summary>
    public string? Name { get; }

    /// <summary>The position of the fault, in bytes of the document's text in UTF-8.</summary>
    public int Offset { get; }

    /// <summary>Whether the rule is a limit of the reader instead of a rule of XML.</summary>
    public bool IsLimit { get; init; }

    /// <summary>A name or prefix of the document for an error message: short, and reduced to letters, digits and a few punctuation marks.</summary>
    /// <param name="name">The name.</param>
    public static string Shown(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name.Length <= MaxNameLength ? name : name[..MaxNameLength]);
        return string.Create(text.Length, text, static (shown, text) =>
        {
            for (var i = 0; i < shown.Length; i++)
            {
                shown[i] = char.IsLetterOrDigit(text[i]) || text[i] is '-' or '_' or '.' or ':' ? text[i] : '?';
            }
        });
    }
}

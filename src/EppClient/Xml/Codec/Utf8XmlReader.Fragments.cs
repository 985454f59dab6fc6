using System.Numerics;
using System.Text;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <content>Copies elements unchanged.</content>
internal sealed partial class Utf8XmlReader
{
    // Unknown elements often come in groups that use the same namespaces.
    private XmlPrefix[] _fragmentPrefixes = [];

    /// <summary>Whether the current element contains only text that is spelled as the writer would spell it.</summary>
    public bool HoldsPlainText
    {
        get
        {
            if (IsEmptyElement)
            {
                return true;
            }

            var length = Rest(_position).IndexOfAny(XmlBytes.InText);
            return length >= 0 && At(_position + length) == '<' && At(_position + length + 1) == '/' && !Rest(_position)[..length].Contains((byte)'>');
        }
    }

    /// <summary>Copies the current element and moves to the next node.</summary>
    /// <param name="contentOnly">Whether the tags of the element itself are not used.</param>
    /// <exception cref="XmlException">The document is not well-formed, or uses a prefix that System.Xml reads but does not write.</exception>
    public XmlFragment ReadFragment(bool contentOnly = false)
    {
        var (start, depth, outer) = (_open[Depth - 1].TagStart, Depth, _open[Depth - 1].Namespaces);
        Span<ulong> used = stackalloc ulong[MaxAttributes / 64];
        used.Clear();
        NotePrefixes(outer, used, isWritten: !contentOnly);
        while (!IsAtEndOf(depth))
        {
            if (Read() && Node == XmlNodeKind.Element)
            {
                NotePrefixes(outer, used, isWritten: true);
            }
        }

        var fragment = new XmlFragment(_document.AsSpan(start, _position - start).ToArray(), PrefixesOf(used));
        Read();
        return fragment;
    }

    /// <summary>Records the namespaces that a tag uses and that are declared outside of the fragment.</summary>
    private void NotePrefixes(int outer, Span<ulong> used, bool isWritten)
    {
        ref var element = ref _open[Depth - 1];
        var name = _document.AsSpan(element.NameStart, element.NameLength);
        NotePrefix(element.NameStart, Math.Max(name.IndexOf((byte)':'), 0), outer, used, isWritten);
        for (var i = 0; i < AttributeCount; i++)
        {
            ref var attribute = ref _attributes[i];
            if (attribute.Colon < 0)
            {
                continue;
            }

            if (attribute.NamespaceUri != XmlNamespaces.Declarations)
            {
                NotePrefix(attribute.NameStart, attribute.Colon - attribute.NameStart, outer, used, isWritten);
            }
            else if (isWritten)
            {
                CheckPrefix(attribute.Colon + 1, attribute.NameLength - (attribute.Colon + 1 - attribute.NameStart));
            }
        }
    }

    private void NotePrefix(int start, int length, int outer, Span<ulong> used, bool isWritten)
    {
        if (isWritten)
        {
            CheckPrefix(start, length);
        }

        if (IndexOfDeclaration(_document.AsSpan(start, length)) is >= 0 and var index && index < outer)
        {
            used[index / 64] |= 1UL << (index % 64);
        }
    }

    private void CheckPrefix(int start, int length)
    {
        var prefix = _document.AsSpan(start, length);
        if (prefix.SequenceEqual(NamespacePrefix) || (length == 3 && Ascii.EqualsIgnoreCase(prefix, "xml"u8) && !prefix.SequenceEqual("xml"u8)))
        {
            throw Fault(start, "The prefixes xml and xmlns are reserved", "a reserved prefix");
        }
    }

    private XmlPrefix[] PrefixesOf(ReadOnlySpan<ulong> used)
    {
        var count = 0;
        foreach (var bits in used)
        {
            count += BitOperations.PopCount(bits);
        }

        var prefixes = count == _fragmentPrefixes.Length ? _fragmentPrefixes : new XmlPrefix[count];
        var place = 0;
        for (var i = 0; place < count; i++)
        {
            if ((used[i / 64] & (1UL << (i % 64))) == 0)
            {
                continue;
            }

            ref var declaration = ref _namespaces[i];
            var prefix = new XmlPrefix(Utf8Names.Get(_document.AsSpan(declaration.Start, declaration.Length)), declaration.Uri);
            if (prefix != prefixes[place])
            {
                if (prefixes == _fragmentPrefixes)
                {
                    prefixes = [.. prefixes];
                }

                prefixes[place] = prefix;
            }

            place++;
        }

        return _fragmentPrefixes = prefixes;
    }
}

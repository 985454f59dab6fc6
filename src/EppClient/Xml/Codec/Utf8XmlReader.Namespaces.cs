using System.Text;

namespace EppClient.Xml.Codec;

/// <content>Resolves prefixes to namespaces.</content>
internal sealed partial class Utf8XmlReader
{
    private Declaration[] _namespaces = new Declaration[8];
    private int _namespaceCount;

    /// <summary>The namespace of a prefix at the current position; null if it is not declared.</summary>
    /// <param name="prefix">The prefix; empty for the default namespace.</param>
    public string? LookupNamespace(string prefix) => Lookup(Encoding.UTF8.GetBytes(prefix));

    private string? Lookup(ReadOnlySpan<byte> prefix) =>
        IndexOfDeclaration(prefix) is >= 0 and var index ? _namespaces[index].Uri
        : prefix.IsEmpty ? string.Empty
        : prefix.SequenceEqual("xml"u8) ? XmlNamespaces.Xml
        : prefix.SequenceEqual(NamespacePrefix) ? XmlNamespaces.Declarations
        : null;

    private int IndexOfDeclaration(ReadOnlySpan<byte> prefix)
    {
        for (var i = _namespaceCount - 1; i >= 0; i--)
        {
            ref var declaration = ref _namespaces[i];
            if (declaration.Length == prefix.Length && prefix.SequenceEqual(_document.AsSpan(declaration.Start, declaration.Length)))
            {
                return i;
            }
        }

        return -1;
    }

    private void Declare(int start, int end, string uri)
    {
        var prefix = _document.AsSpan(start, end - start);
        var isXml = prefix.SequenceEqual("xml"u8);
        if ((uri.Length == 0 && prefix.Length > 0) || prefix.SequenceEqual(NamespacePrefix) || uri == XmlNamespaces.Declarations || isXml != (uri == XmlNamespaces.Xml))
        {
            throw Fault(start, "The prefixes xml and xmlns are reserved, and a prefix is bound to a namespace that is not empty", "a declaration of a namespace that is not allowed");
        }

        if (_namespaceCount == MaxAttributes)
        {
            throw Excess(start, $"At most {MaxAttributes} namespaces are declared in one place, as in all of EPP", $"the declaration of more than {MaxAttributes} namespaces");
        }

        if (_namespaceCount == _namespaces.Length)
        {
            Array.Resize(ref _namespaces, _namespaces.Length * 2);
        }

        _namespaces[_namespaceCount++] = new Declaration(start, end - start, uri);
    }

    private void DropNamespaces(int count)
    {
        _namespaces.AsSpan(count, _namespaceCount - count).Clear();
        _namespaceCount = count;
    }

    private void ForgetNamespaces() => DropNamespaces(0);

    private record struct Declaration(int Start, int Length, string Uri);
}

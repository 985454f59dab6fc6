using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>
/// An element for which a schema declares no type. Usually only its presence matters, so it converts to and from <see cref="bool"/>; if it has content, that is
/// kept.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EppFlag : IEquatable<EppFlag>
{
    private readonly EppMixedContent? _content;

    /// <summary>Creates a flag that is present.</summary>
    /// <param name="content">The content of the element.</param>
    public EppFlag(EppMixedContent content) => _content = content;

    /// <summary>Whether the element is present.</summary>
    public bool IsPresent => _content is not null;

    /// <summary>The content of the element, usually empty.</summary>
    public EppMixedContent Content => _content ?? EppMixedContent.Empty;

    /// <summary>Converts a value to an empty element or no element.</summary>
    /// <param name="present">Whether the element is present.</param>
    public static implicit operator EppFlag(bool present) => present ? new EppFlag(EppMixedContent.Empty) : default;

    /// <summary>Whether the element is present.</summary>
    /// <param name="flag">The element.</param>
    public static implicit operator bool(EppFlag flag) => flag.IsPresent;

    /// <summary>Compares presence and content.</summary>
    /// <param name="left">One element.</param>
    /// <param name="right">The other element.</param>
    public static bool operator ==(EppFlag left, EppFlag right) => left.Equals(right);

    /// <summary>Compares presence and content.</summary>
    /// <param name="left">One element.</param>
    /// <param name="right">The other element.</param>
    public static bool operator !=(EppFlag left, EppFlag right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EppFlag other) => Equals(_content, other._content);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EppFlag other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _content?.GetHashCode() ?? 0;

    /// <summary>Returns True or False.</summary>
    public override string ToString() => IsPresent.ToString();
}

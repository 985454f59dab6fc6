namespace EppClient.Xml;

/// <summary>
/// An element for which a schema declares no type. Mostly its presence alone says something, so it is used as a
/// <see cref="bool"/>; content that it has all the same is kept.
/// </summary>
public readonly struct EppFlag : IEquatable<EppFlag>
{
    private readonly EppMixedContent? _content;

    /// <summary>The element is there.</summary>
    /// <param name="content">What it holds.</param>
    public EppFlag(EppMixedContent content) => _content = content;

    /// <summary>Whether the element is there.</summary>
    public bool IsPresent => _content is not null;

    /// <summary>What the element holds; mostly nothing.</summary>
    public EppMixedContent Content => _content ?? EppMixedContent.Empty;

    /// <summary>Sets or leaves out the element.</summary>
    /// <param name="present">Whether it is there.</param>
    public static implicit operator EppFlag(bool present) => present ? new EppFlag(EppMixedContent.Empty) : default;

    /// <summary>Whether the element is there.</summary>
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

    /// <summary>True or False.</summary>
    public override string ToString() => IsPresent.ToString();
}

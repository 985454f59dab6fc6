namespace EppClient.Xml;

/// <summary>
/// Binary data that is transmitted as <c>xs:hexBinary</c> or <c>xs:base64Binary</c>, such as a DS digest or a public key. Compared by content.
/// </summary>
public readonly struct EppBinary : IEquatable<EppBinary>
{
    private readonly byte[]? _bytes;

    /// <summary>Copies the bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public EppBinary(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    private EppBinary(byte[] bytes) => _bytes = bytes;

    /// <summary>The number of bytes.</summary>
    public int Length => _bytes?.Length ?? 0;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>Compares the contents.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator ==(EppBinary left, EppBinary right) => left.Equals(right);

    /// <summary>Compares the contents.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator !=(EppBinary left, EppBinary right) => !left.Equals(right);

    /// <summary>Parses hexadecimal digits in upper or lower case.</summary>
    /// <param name="hex">An even number of hexadecimal digits.</param>
    /// <exception cref="FormatException">The text is not hexadecimal.</exception>
    public static EppBinary FromHex(string hex) => new(Convert.FromHexString(hex));

    /// <summary>Parses base 64; white space is ignored.</summary>
    /// <param name="base64">The text.</param>
    /// <exception cref="FormatException">The text is not base 64.</exception>
    public static EppBinary FromBase64(string base64) => new(Convert.FromBase64String(base64));

    /// <summary>Returns the bytes as upper-case hexadecimal digits, the canonical form of <c>xs:hexBinary</c>.</summary>
    public string ToHex() => Convert.ToHexString(Span);

    /// <summary>Returns the bytes in base 64.</summary>
    public string ToBase64() => Convert.ToBase64String(Span);

    /// <inheritdoc/>
    public bool Equals(EppBinary other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EppBinary other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>Returns the bytes as upper-case hexadecimal digits.</summary>
    public override string ToString() => ToHex();
}

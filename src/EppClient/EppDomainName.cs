using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EppClient;

/// <summary>
/// The normalized name of a domain or host: <c>ÆØÅ.dk</c>, <c>æøå.dk.</c> and <c>xn--5cab8c.dk</c> are the same name. Converts to the text with A-labels
/// wherever a command takes a name. Compare names of responses through this type: some registries, such as .dk, respond with U-labels.
/// </summary>
/// <remarks>
/// <para>Two names are equal when their A-labels are (RFC 5890). ß is a letter of its own, not a spelling of ss. Immutable and safe for use by several threads.</para>
/// <para>In JSON a name is a string with U-labels; each form can be read.</para>
/// </remarks>
[JsonConverter(typeof(EppDomainNameJsonConverter))]
public sealed class EppDomainName : IEquatable<EppDomainName>, IParsable<EppDomainName>
{
    private const int MaxLength = 253;

    private static readonly IdnMapping Idna = new() { AllowUnassigned = true };

    private static readonly SearchValues<char> AsciiInLabels = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    // Letters that can also be written as a base letter and a combining mark. IdnMapping composes them only where
    // globalization data is present, and the form of a name must not depend on that.
    private static readonly (string Decomposed, string Composed)[] Compositions =
    [
        ("a\u030A", "å"), ("a\u0308", "ä"), ("o\u0308", "ö"), ("u\u0308", "ü"), ("e\u0301", "é"),
    ];

    private EppDomainName(string ascii, string unicode)
    {
        Ascii = ascii;
        Unicode = unicode;
    }

    /// <summary>The name with A-labels, in lower case, without a trailing dot: the form of the DNS.</summary>
    public string Ascii { get; }

    /// <summary>The name with U-labels, in lower case, without a trailing dot: the form that people read.</summary>
    public string Unicode { get; }

    /// <summary>Gets the text with A-labels.</summary>
    /// <param name="name">The name.</param>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator string?(EppDomainName? name) => name?.Ascii;

    /// <summary>Compares two names.</summary>
    /// <param name="left">A name.</param>
    /// <param name="right">A name.</param>
    public static bool operator ==(EppDomainName? left, EppDomainName? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares two names.</summary>
    /// <param name="left">A name.</param>
    /// <param name="right">A name.</param>
    public static bool operator !=(EppDomainName? left, EppDomainName? right) => !(left == right);

    /// <summary>Normalizes a text that need not be a valid name, such as one of a response.</summary>
    /// <param name="name">The name in any form. A text that is not a name is kept, in lower case; the registry rejects it.</param>
    public static EppDomainName From(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var lower = Lower(name);
        return ToAscii(lower) is { } ascii ? new EppDomainName(ascii, ToUnicode(ascii)) : new EppDomainName(lower, lower);
    }

    /// <summary>Reads a name.</summary>
    /// <param name="s">The name, in upper or lower case, with A-labels or U-labels, with or without a trailing dot.</param>
    /// <exception cref="FormatException">The text is not a domain name.</exception>
    public static EppDomainName Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var name) ? name : throw new FormatException($"'{s}' is not a domain name: labels of 1 to 63 letters, digits and hyphens, {MaxLength} characters together.");
    }

    /// <summary>Reads a name.</summary>
    /// <param name="s">The name, in upper or lower case, with A-labels or U-labels, with or without a trailing dot.</param>
    /// <param name="result">The name; null if the text is not a domain name.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out EppDomainName? result)
    {
        result = s is not null && ToAscii(Lower(s)) is { Length: <= MaxLength } ascii && !ascii.AsSpan().ContainsAnyExcept(AsciiInLabels)
            ? new EppDomainName(ascii, ToUnicode(ascii))
            : null;
        return result is not null;
    }

    static EppDomainName IParsable<EppDomainName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<EppDomainName>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EppDomainName result) => TryParse(s, out result);

    /// <summary>Whether two texts are the same name, in whichever form.</summary>
    /// <param name="one">A name in any form.</param>
    /// <param name="other">A name in any form.</param>
    public static bool AreSame(string? one, string? other) =>
        one is null || other is null ? one is null && other is null : string.Equals(one, other, StringComparison.OrdinalIgnoreCase) || Normalize(one) == Normalize(other);

    /// <summary>Whether the name lies below another, as <c>ns1.eksempel.dk</c> does below <c>eksempel.dk</c>.</summary>
    /// <param name="parent">The other name.</param>
    public bool IsBelow(EppDomainName parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return Ascii.EndsWith("." + parent.Ascii, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public bool Equals(EppDomainName? other) => other is not null && Ascii == other.Ascii;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EppDomainName);

    /// <inheritdoc/>
    public override int GetHashCode() => Ascii.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name with U-labels.</summary>
    public override string ToString() => Unicode;

    /// <summary>The A-labels of a text; the text in lower case if it is not a name.</summary>
    internal static string Normalize(string name)
    {
        var lower = Lower(name);
        return ToAscii(lower) ?? lower;
    }

    private static string Lower(string name)
    {
        var lower = WithoutTrailingDot(name.Trim().ToLowerInvariant());
        if (System.Text.Ascii.IsValid(lower))
        {
            return lower;
        }

        foreach (var (decomposed, composed) in Compositions)
        {
            lower = lower.Replace(decomposed, composed, StringComparison.Ordinal);
        }

        return lower;
    }

    private static string WithoutTrailingDot(string name) => name.Length > 1 && name.EndsWith('.') && name[^2] != '.' ? name[..^1] : name;

    // IdnMapping has no Try form: it reports a text that is not a name with an exception.
    private static string? ToAscii(string lower)
    {
        try
        {
            // The mapping makes dots of the other label separators (RFC 3490, section 3.1), such as U+3002.
            return WithoutTrailingDot(Idna.GetAscii(lower));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string ToUnicode(string ascii)
    {
        try
        {
            // Invariant mode also decodes A-labels that represent no name, such as those of capitals: they do not lead back.
            var unicode = Idna.GetUnicode(ascii);
            return ToAscii(unicode.ToLowerInvariant()) == ascii ? unicode : ascii;
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }
}

/// <summary>Reads and writes domain names in JSON, as strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppDomainNameJsonConverter : JsonConverter<EppDomainName>
{
    /// <inheritdoc/>
    public override EppDomainName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EppDomainName.TryParse(reader.GetString(), out var name) ? name : throw new JsonException("The string is not a domain name.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EppDomainName value, JsonSerializerOptions options) => writer.WriteStringValue(value.Unicode);

    /// <inheritdoc/>
    public override EppDomainName ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] EppDomainName value, JsonSerializerOptions options) => writer.WritePropertyName(value.Unicode);
}

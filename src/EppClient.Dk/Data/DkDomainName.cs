using System.Globalization;

namespace EppClient.Dk;

/// <summary>
/// The name of a domain or host, the same in whichever form it came: with U-labels (<c>æøå.dk</c>) or A-labels
/// (<c>xn--5cab8c.dk</c>), in capitals or small letters. Commands take every form, but the .dk registry answers with U-labels
/// only, so names of answers are compared through this type.
/// </summary>
/// <remarks>Two names are equal when their A-labels are. ß is a letter of its own under .dk, not a spelling of ss.</remarks>
public sealed record DkDomainName
{
    private static readonly IdnMapping Idna = new() { AllowUnassigned = true };

    // The letters of .dk that can also be written as a base letter and a combining mark. IdnMapping composes them only where
    // globalization data is present, and the form of a name must not depend on that.
    private static readonly (string Decomposed, string Composed)[] Compositions =
    [
        ("a\u030A", "å"), ("a\u0308", "ä"), ("o\u0308", "ö"), ("u\u0308", "ü"), ("e\u0301", "é"),
    ];

    private DkDomainName(string ascii, string unicode)
    {
        Ascii = ascii;
        Unicode = unicode;
    }

    /// <summary>The name with A-labels, in small letters: what DNS has.</summary>
    public string Ascii { get; }

    /// <summary>The name with U-labels, in small letters: what people read, and what the registry answers.</summary>
    public string Unicode { get; }

    /// <summary>Takes a name in any form.</summary>
    /// <param name="name">The name. What is none is kept as it is, in small letters: to refuse it is the registry's part.</param>
    public static DkDomainName From(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var lower = Compose(name.Trim().ToLowerInvariant());
        return ToAscii(lower) is { } ascii ? new DkDomainName(ascii, ToUnicode(ascii)) : new DkDomainName(lower, lower);
    }

    /// <summary>Whether two texts are the same name.</summary>
    /// <param name="one">A name in any form.</param>
    /// <param name="other">A name in any form.</param>
    public static bool AreSame(string? one, string? other) =>
        one is null || other is null ? one is null && other is null : From(one) == From(other);

    /// <summary>Whether the name lies below another, as <c>ns1.eksempel.dk</c> does below <c>eksempel.dk</c>.</summary>
    /// <param name="parent">The other name.</param>
    public bool IsBelow(DkDomainName parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return Ascii.EndsWith("." + parent.Ascii, StringComparison.Ordinal);
    }

    /// <summary>The name with U-labels.</summary>
    public override string ToString() => Unicode;

    private static string Compose(string lower)
    {
        foreach (var (decomposed, composed) in Compositions)
        {
            lower = lower.Replace(decomposed, composed, StringComparison.Ordinal);
        }

        return lower;
    }

    // IdnMapping has no Try form: that a text is no name it says with an exception.
    private static string? ToAscii(string lower)
    {
        try
        {
            return Idna.GetAscii(lower);
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
            // Invariant mode also decodes A-labels that stand for no name, such as those of capitals: they do not lead back.
            var unicode = Idna.GetUnicode(ascii);
            return ToAscii(unicode.ToLowerInvariant()) == ascii ? unicode : ascii;
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }
}

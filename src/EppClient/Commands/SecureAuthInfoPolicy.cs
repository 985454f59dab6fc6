using System.Globalization;

namespace EppClient.Commands;

/// <summary>The rules of a registry for authorization information.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SecureAuthInfoPolicy
{
    /// <summary>The minimum entropy in bits (RFC 9154, section 4.1).</summary>
    public const int MinEntropyBits = 128;

    private const string Printable =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%()*+,-./:;=?@[\\]^_`{|}~";

    /// <summary>20 printable ASCII characters without those that are special in XML; with upper and lower case letters, digits and other characters.</summary>
    public static SecureAuthInfoPolicy Default { get; } = new();

    /// <summary>The number of characters. Default: 20.</summary>
    public int Length { get; init; } = 20;

    /// <summary>
    /// The ASCII characters to use. Default: the printable ones without space, quotes, angle brackets and ampersand, which some registries do not
    /// handle correctly. Fewer characters require more length: letters and digits need 22.
    /// </summary>
    public string Characters { get; init; } = Printable;

    /// <summary>
    /// Whether each kind of character in <see cref="Characters"/> must occur: upper case, lower case, digits, others. Default: true, because many
    /// registries require it.
    /// </summary>
    public bool RequireEachKind { get; init; } = true;

    /// <summary>The entropy of values of this policy, in bits.</summary>
    public double EntropyBits => Length * Math.Log2(Characters.Distinct().Count());

    internal void Validate()
    {
        if (Characters.Any(c => c is <= ' ' or > '~') || Characters.Distinct().Count() != Characters.Length)
        {
            throw new ArgumentException("SecureAuthInfoPolicy.Characters must be different printable ASCII characters.", nameof(Characters));
        }

        // Excluding values without each kind costs less than half a bit at this length, so one bit is enough.
        var needed = MinEntropyBits + (RequireEachKind ? 1 : 0);
        if (EntropyBits < needed)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SecureAuthInfoPolicy gives {EntropyBits:0} bits of entropy, but {needed} are needed (RFC 9154, section 4.1): raise Length, which is {Length}, or add Characters."),
                nameof(Length));
        }
    }

    internal bool Accepts(string value) => !RequireEachKind || Characters.Select(Kind).Distinct().All(kind => value.Any(c => Kind(c) == kind));

    private static int Kind(char c) => c switch
    {
        >= 'A' and <= 'Z' => 0,
        >= 'a' and <= 'z' => 1,
        >= '0' and <= '9' => 2,
        _ => 3,
    };
}

using System.Globalization;

namespace EppClient.Commands;

/// <summary>What a registry wants authorization information to look like.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed record SecureAuthInfoPolicy
{
    /// <summary>The entropy that RFC 9154, section 4.1 asks for, in bits.</summary>
    public const int MinEntropyBits = 128;

    private const string Printable =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%()*+,-./:;=?@[\\]^_`{|}~";

    /// <summary>20 printable ASCII characters, without those that mean something in XML; with letters of both cases, digits and others.</summary>
    public static SecureAuthInfoPolicy Default { get; } = new();

    /// <summary>The number of characters. Default: 20.</summary>
    public int Length { get; init; } = 20;

    /// <summary>
    /// The characters to choose from; ASCII. Default: the printable ones without blank, quotes, angle brackets and ampersand, on which some
    /// registries trip. Fewer characters need more length: letters and digits need 22.
    /// </summary>
    public string Characters { get; init; } = Printable;

    /// <summary>Whether there must be one of each kind that <see cref="Characters"/> has: upper and lower case, digits, others. Default: true, as many registries want it.</summary>
    public bool RequireEachKind { get; init; } = true;

    /// <summary>The entropy of values by this policy, in bits.</summary>
    public double EntropyBits => Length * Math.Log2(Characters.Distinct().Count());

    internal void Validate()
    {
        if (Characters.Any(c => c is <= ' ' or > '~') || Characters.Distinct().Count() != Characters.Length)
        {
            throw new ArgumentException("SecureAuthInfoPolicy.Characters must be different printable ASCII characters.", nameof(Characters));
        }

        // Leaving out values without one of each kind costs less than half a bit at this length, so one bit covers it.
        var needed = MinEntropyBits + (RequireEachKind ? 1 : 0);
        if (EntropyBits < needed)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SecureAuthInfoPolicy gives {EntropyBits:0} bits of entropy where {needed} are needed (RFC 9154, section 4.1): raise Length, which is {Length}, or add Characters."),
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

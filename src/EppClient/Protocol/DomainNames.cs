using System.Globalization;

namespace EppClient.Protocol;

/// <summary>When two names of domains or hosts mean the same.</summary>
internal static class DomainNames
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = false };

    /// <summary>The name in lower case, without a trailing dot, in the form of the DNS.</summary>
    public static string Normalize(string name)
    {
        var lower = name.Trim().TrimEnd('.').ToLowerInvariant();
        try
        {
            return Idn.GetAscii(lower);
        }
        catch (ArgumentException)
        {
            // Not a name by the rules of IDNA, so it is compared unchanged.
            return lower;
        }
    }

    public static bool AreSame(string one, string other) => Normalize(one) == Normalize(other);
}

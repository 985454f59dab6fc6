using System.Globalization;
using System.Net;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>When two spellings mean the same.</summary>
internal static class Same
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = false };

    /// <summary>Names of domains and hosts: case does not count, nor whether they are written in Unicode.</summary>
    public static string Name(string name)
    {
        var lower = name.Trim().TrimEnd('.').ToLowerInvariant();
        try
        {
            return Idn.GetAscii(lower);
        }
        catch (ArgumentException)
        {
            // No name by the rules of IDNA; compared as it stands.
            return lower;
        }
    }

    public static bool Names(IEnumerable<string> first, IEnumerable<string> second) => first.Select(Name).ToHashSet().SetEquals(second.Select(Name));

    public static string Address(string address) => IPAddress.TryParse(address, out var parsed) ? parsed.ToString() : address;

    /// <summary>Handles of contacts.</summary>
    public static bool Id(string? first, string? second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is shown as asked: null where something was asked for and nothing is shown.</summary>
    public static bool? Text(string? asked, string? shown) =>
        string.IsNullOrEmpty(shown) ? (string.IsNullOrEmpty(asked) ? true : null) : string.Equals(asked, shown, StringComparison.Ordinal);

    /// <summary>The object is not there. Some registries say with 2302 what 2303 is for.</summary>
    public static bool IsMissing(EppResponse info) => info.Code == EppResultCode.ObjectDoesNotExist || info.Code == EppResultCode.ObjectExists;
}

using System.Net;

namespace EppClient.Recovery.Reconcilers;

/// <summary>Compares values that may have different spellings.</summary>
internal static class Equality
{
    public static bool Names(IEnumerable<string> first, IEnumerable<string> second) => first.Select(EppDomainName.Normalize).ToHashSet().SetEquals(second.Select(EppDomainName.Normalize));

    public static string Address(string address) => IPAddress.TryParse(address, out var parsed) ? parsed.ToString() : address;

    /// <summary>Compares contact identifiers.</summary>
    public static bool Id(string? first, string? second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a text is shown as requested; null if a text was requested and none is shown.</summary>
    public static bool? Text(string? requested, string? shown) =>
        string.IsNullOrEmpty(shown) ? (string.IsNullOrEmpty(requested) ? true : null) : string.Equals(requested, shown, StringComparison.Ordinal);

    /// <summary>Returns whether the object does not exist. Some registries respond with 2302 instead of 2303.</summary>
    public static bool IsMissing(EppResponse info) => info.Code == EppResultCode.ObjectDoesNotExist || info.Code == EppResultCode.ObjectExists;
}

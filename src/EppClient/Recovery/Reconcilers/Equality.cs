using System.Net;
using EppClient.Protocol;

namespace EppClient.Recovery.Reconcilers;

/// <summary>When two spellings mean the same.</summary>
internal static class Equality
{
    public static bool Names(IEnumerable<string> first, IEnumerable<string> second) => first.Select(DomainNames.Normalize).ToHashSet().SetEquals(second.Select(DomainNames.Normalize));

    public static string Address(string address) => IPAddress.TryParse(address, out var parsed) ? parsed.ToString() : address;

    /// <summary>Handles of contacts.</summary>
    public static bool Id(string? first, string? second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is shown as asked: null where something was asked for and nothing is shown.</summary>
    public static bool? Text(string? requested, string? shown) =>
        string.IsNullOrEmpty(shown) ? (string.IsNullOrEmpty(requested) ? true : null) : string.Equals(requested, shown, StringComparison.Ordinal);

    /// <summary>The object is not there. Some registries say with 2302 what 2303 is for.</summary>
    public static bool IsMissing(EppResponse info) => info.Code == EppResultCode.ObjectDoesNotExist || info.Code == EppResultCode.ObjectExists;
}

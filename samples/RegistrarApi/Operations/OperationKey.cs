using System.Text.RegularExpressions;

namespace RegistrarApi.Operations;

/// <summary>The ids of operations, which are client transaction ids: 3 to 64 characters (RFC 5730, section 4.2).</summary>
internal static partial class OperationKey
{
    public static string Create() => $"WEB-{Guid.CreateVersion7():N}";

    /// <summary>Whether a caller may choose the id. Short ids are easily chosen twice.</summary>
    public static bool IsValid(string key) => Allowed.IsMatch(key);

    [GeneratedRegex("^[0-9A-Za-z-]{8,64}$")]
    private static partial Regex Allowed { get; }
}

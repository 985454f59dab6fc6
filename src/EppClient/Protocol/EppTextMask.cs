using System.Text.RegularExpressions;

namespace EppClient.Protocol;

/// <summary>Masks e-mail addresses in the registry's texts before they go into an exception or a log.</summary>
internal static partial class EppTextMask
{
    public static string Mask(string text) => text.Contains('@', StringComparison.Ordinal) ? Address().Replace(text, "***@***") : text;

    [GeneratedRegex(@"[^\s<>,;:""'()]+@[^\s<>,;:""'()]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

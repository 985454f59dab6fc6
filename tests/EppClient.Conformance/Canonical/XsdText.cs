namespace EppClient.Conformance.Canonical;

/// <summary>White space and binary values, as defined by XML Schema.</summary>
internal static class XsdText
{
    private static readonly char[] White = [' ', '\t', '\r', '\n'];

    public static string[] Words(string text) => text.Split(White, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Applies a whiteSpace facet.</summary>
    public static string Apply(string whiteSpace, string text) => whiteSpace switch
    {
        "preserve" => text,
        "replace" => text.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' '),
        _ => string.Join(' ', Words(text)),
    };

    public static string Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Convert.ToBase64String(bytes, 0, count) : text;
    }
}

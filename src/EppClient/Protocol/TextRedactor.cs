using System.Text.RegularExpressions;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>
/// Masks e-mail addresses in the registry's texts before they are used in an exception or a log. In a text that mentions a secret, also masks text in
/// quotation marks or brackets and text after the word, because some registries echo the values that the client sent.
/// </summary>
internal static partial class TextRedactor
{
    private const string Masked = "***";

    private const string SecretWord =
        @"(?:password|passwd|passphrase|passcode|secret|token|credentials?|auth(?:ori[sz]ation)?[\s_-]*(?:info(?:rmation)?|code)|(?<!\p{L})(?:new|old)?pwd?(?!\p{L})|(?<!\p{L})pin(?!\p{L}))";

    public static string Mask(string text)
    {
        var shown = Secret().IsMatch(text) ? WithoutSecrets(text) : text;
        return shown.Contains('@', StringComparison.Ordinal) ? Address().Replace(shown, "***@***") : shown;
    }

    private static string WithoutSecrets(string text)
    {
        // With an odd number of quotation marks, one may be part of the secret: everything between the first and the last is masked.
        var quoted = text.AsSpan().Count('\'') % 2 == 1 && Apostrophes().Count(text) > 0 ? WidelyQuoted().Replace(text, "'***'") : text;
        quoted = text.AsSpan().Count('"') % 2 == 1 ? WidelyDoubleQuoted().Replace(quoted, "\"***\"") : quoted;
        return Following().Replace(Quoted().Replace(quoted, MaskQuoted), MaskFollowing);
    }

    /// <summary>Masks a quoted value, unless it is the name of an element, such as 'domain:pw'.</summary>
    private static string MaskQuoted(Match match)
    {
        var content = match.ValueSpan[1..^1];
        var name = content[(content.LastIndexOfAny(":}/") + 1)..];
        return Name().IsMatch(name) && SensitiveNames.IsSecret(name.ToString()) ? match.Value : $"{match.ValueSpan[0]}{Masked}{match.ValueSpan[^1]}";
    }

    private static string MaskFollowing(Match match)
    {
        var value = match.Groups["value"].Value;
        var link = match.Groups["link"].ValueSpan.Trim();
        var isMasked = value != Masked && link switch
        {
            "=" => true,
            ":" => !IsWord(value) || match.Groups["rest"].ValueSpan.Trim().IsEmpty,
            _ => value.AsSpan().ContainsAnyInRange('0', '9') && (value.Length > 3 || value.Any(char.IsLetter)),
        };
        return isMasked ? $"{match.Groups["word"].Value}{match.Groups["link"].Value}{Masked}{match.Groups["rest"].Value}" : match.Value;
    }

    private static bool IsWord(string value) => Word().IsMatch(value);

    [GeneratedRegex(@"[^\s<>,;:""'()]+@[^\s<>,;:""'()]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(SecretWord, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])'.+?'(?![\p{L}\p{N}])|"".+?""|\u201c.+?\u201d|\u2018.+?\u2019|\u00ab.+?\u00bb|`.+?`|\[[^\]\s]+\]|\([^)\s]+\)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])'", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophes();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])'.*'(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WidelyQuoted();

    [GeneratedRegex(@""".*""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex WidelyDoubleQuoted();

    [GeneratedRegex($@"(?<word>{SecretWord})(?<link>\s*[:=]\s*|\s+(?:(?:is|was|of|value)\s+)?)(?<value>[^\s'""\[(][^\s,;]*)(?<rest>[^.,;]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Following();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\p{L}?\p{Ll}*[.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

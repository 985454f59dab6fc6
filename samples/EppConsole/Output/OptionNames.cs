using System.Text.RegularExpressions;

namespace EppConsole.Output;

/// <summary>
/// Rewrites the library's messages, which name its options for programmers, for users of this program: with the options of the command line. A sentence
/// about an option or a method that this program does not have is left out.
/// </summary>
internal static partial class OptionNames
{
    private static readonly (string Library, string Console)[] Names =
    [
        ("EppOptions.Host", "--host"),
        ("EppOptions.Port", "--port"),
        ("EppOptions.ClientId", "--user"),
        ("EppOptions.Password", "--password-env"),
        ("EppOptions.Credentials", "--password-command"),
        ("EppOptions.SponsorId", "--sponsor"),
        ("EppTlsOptions.TrustedRoots", "--ca"),
        ("EppTlsOptions.ServerName", "--server-name"),
        ("EppTlsOptions.ClientCertificateProvider", "--client-cert"),
        ("EppTlsOptions.ClientCertificate", "--client-cert"),
        ("EppPoolOptions.MaxSessions", "--sessions"),
        ("EppProfile.AlwaysAnnounce", "--announce"),
        ("EppProfile.Schemas", "--announce"),
    ];

    /// <summary>Rewrites a message.</summary>
    public static string InText(string message)
    {
        var text = Names.Aggregate(message, (current, name) => current.Replace(name.Library, name.Console, StringComparison.Ordinal));
        var sentences = Sentence().Split(text);
        return string.Join(' ', sentences.Where(sentence => !LibraryName().IsMatch(sentence)).DefaultIfEmpty(LibraryName().Replace(text, "a setting that this program does not have")));
    }

    /// <summary>Gets the name of a member, such as <c>ContactCreate.PostalInfo</c>, in words: "postal info".</summary>
    public static string InWords(string member) => Capital().Replace(member[(member.LastIndexOf('.') + 1)..], " $0").Trim().ToLowerInvariant();

    // A sentence ends with a full stop and a space before a capital letter.
    [GeneratedRegex(@"(?<=[.?!]) (?=\p{Lu})")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<=[a-z])\p{Lu}")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\bI?Epp[A-Z]\w*(?:\.\w+)?|\bReconcileAsync\b")]
    private static partial Regex LibraryName();
}

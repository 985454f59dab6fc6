using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Chooses a language that the greeting offers, if the options set none.</summary>
internal static class LanguageChoice
{
    private const string Preferred = "en";

    /// <summary>The language of the login, as the registry spells it.</summary>
    /// <param name="offered">What the greeting offers.</param>
    /// <returns>English itself; else English of a country (the basic filtering of RFC 4647, section 3.3.1); else the first; English where nothing is offered.</returns>
    public static string Of(IReadOnlyList<string> offered) =>
        offered.FirstOrDefault(tag => tag.Equals(Preferred, StringComparison.OrdinalIgnoreCase))
        ?? offered.FirstOrDefault(tag => tag.StartsWith(Preferred + "-", StringComparison.OrdinalIgnoreCase))
        ?? offered.FirstOrDefault(IsTag)
        ?? Preferred;

    // An invalid language tag cannot be sent.
    private static bool IsTag(string tag) => EppForms.Fault(tag, EppValueForm.Language) is null;
}

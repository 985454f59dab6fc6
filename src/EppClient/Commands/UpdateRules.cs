using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>
/// The rule for updates without an extension: at least one of the parts add, remove and change is present (RFC 5731, 5732 and 5733, section 3.2.5;
/// RFC 8543, section 4.2.5). A part of a domain name or host may be empty, according to schema and RFC; registries publish such examples.
/// </summary>
internal static class UpdateRules
{
    /// <exception cref="EppValidationException">There is no part and no extension.</exception>
    public static void RequirePart(EppComplexContent update, EppContent? add, EppContent? remove, EppContent? change, IReadOnlyList<IEppExtension> extensions)
    {
        if (extensions.Count == 0 && add is null && remove is null && change is null && update.UnknownElements.Count == 0)
        {
            throw new EppValidationException(update.GetType().Name, "changes nothing: set Add, Remove or Change, or add an extension");
        }
    }

    /// <summary>Requires that a change of a contact or an organization contains at least one value.</summary>
    /// <exception cref="EppValidationException">The change is empty and there is no extension.</exception>
    public static void RequireContent<T>(T? change, T empty, IReadOnlyList<IEppExtension> extensions)
        where T : EppContent
    {
        if (extensions.Count == 0 && empty.Equals(change))
        {
            throw new EppValidationException(typeof(T).Name, "changes nothing: set what to change, or leave it out");
        }
    }
}

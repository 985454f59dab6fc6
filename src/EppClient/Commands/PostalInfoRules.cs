using EppClient.Xml;

namespace EppClient.Commands;

/// <summary>The rule for postal data: at most one entry per form, internationalized and localized (RFC 5733, sections 3.2.1 and 3.2.5; RFC 8543).</summary>
internal static class PostalInfoRules
{
    /// <exception cref="EppValidationException">Two entries have the same form.</exception>
    public static void Check<T>(IReadOnlyList<T> all, Func<T, IEppEnumeration> formOf, string member)
        where T : class
    {
        // The writer reports null entries and counts that the schema does not allow.
        if (all is [{ } first, { } second, ..] && formOf(first).Value == formOf(second).Value)
        {
            throw new EppValidationException(
                member, $"holds two of type {formOf(first).Value}: set at most one internationalized (int) and one localized (loc). Merge them, or change the type of one");
        }
    }
}

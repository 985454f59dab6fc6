using EppClient.Xml.Patterns;

namespace EppClient.Xml;

/// <summary>The compiled facets of a simple type, created when its first value is checked.</summary>
internal sealed class EppTypeRules
{
    public EppTypeRules(EppSimpleType type)
    {
        Type = type;
        Patterns = [.. type.BasePatterns.Concat(type.Pattern is { } own ? [own] : []).Select(p => (p, SchemaPattern.Parse(p)))];
        Bounds = [.. new[]
        {
            Bound(type.MinInclusive, "at least", static order => order >= 0),
            Bound(type.MinExclusive, "more than", static order => order > 0),
            Bound(type.MaxInclusive, "at most", static order => order <= 0),
            Bound(type.MaxExclusive, "less than", static order => order < 0),
        }.OfType<EppBound>()];
        NeedText = Patterns.Length > 0 || type.Enumeration is not null || type.Item is not null || type.Members.Count > 0;
        IsPlain = !NeedText && Bounds.Length == 0 && type is { MinLength: null, MaxLength: null, TotalDigits: null, FractionDigits: null };
    }

    public EppSimpleType Type { get; }

    /// <summary>Whether all values of the built-in type are valid.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether the spelling of a number matters, in addition to its value.</summary>
    public bool NeedText { get; }

    public (string Text, SchemaPattern Pattern)[] Patterns { get; }

    public EppBound[] Bounds { get; }

    private EppBound? Bound(string? text, string rule, Func<int, bool> holds) =>
        text is not null && EppOrdered.Parse(Type.Form, text) is { } limit ? new EppBound(rule, text, limit, EppBound.NumberOf(limit, text), holds) : null;
}

/// <summary>A facet that is a lower or upper limit.</summary>
/// <param name="Rule">The rule, such as <c>at least</c>.</param>
/// <param name="Text">The limit as in the schema.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Number">The limit as a <see cref="decimal"/>, with which most values are compared; null if it does not fit.</param>
/// <param name="Holds">Whether the result of comparing a value with the limit satisfies the rule.</param>
internal sealed record EppBound(string Rule, string Text, EppOrdered Limit, decimal? Number, Func<int, bool> Holds)
{
    public static decimal? NumberOf(EppOrdered limit, string text) => limit is EppNumber && EppLexical.TryParse(text, out decimal number) ? number : null;
}

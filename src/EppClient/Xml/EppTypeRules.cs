using EppClient.Xml.Patterns;

namespace EppClient.Xml;

/// <summary>What a simple type's facets come to, made when its first value is checked.</summary>
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

    /// <summary>Whether every value of the built-in type will do.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether the spelling of a number matters, and not only its value.</summary>
    public bool NeedText { get; }

    public (string Text, SchemaPattern Pattern)[] Patterns { get; }

    public EppBound[] Bounds { get; }

    private EppBound? Bound(string? text, string rule, Func<int, bool> holds) =>
        text is not null && EppOrdered.Parse(Type.Form, text) is { } limit ? new EppBound(rule, text, limit, EppBound.NumberOf(limit, text), holds) : null;
}

/// <summary>A facet that limits values on one side.</summary>
/// <param name="Rule">What it asks for, such as <c>at least</c>.</param>
/// <param name="Text">The limit as the schema writes it.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Number">The limit, where <see cref="decimal"/> can hold it: most values are compared with that.</param>
/// <param name="Holds">Whether a value may stand in that order to the limit.</param>
internal sealed record EppBound(string Rule, string Text, EppOrdered Limit, decimal? Number, Func<int, bool> Holds)
{
    public static decimal? NumberOf(EppOrdered limit, string text) => limit is EppNumber && EppLexical.TryParse(text, out decimal number) ? number : null;
}

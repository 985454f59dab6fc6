using System.Globalization;
using System.Xml;

namespace EppClient.Xml;

/// <summary>Checks a value against the facets of its type before it is written.</summary>
internal static class EppFacets
{
    // A message with all country codes would be too long.
    private const int MaxNamedValues = 30;

    /// <summary>Processes the white space as the type requires, and checks the result.</summary>
    /// <returns>The value to write.</returns>
    public static string Check(string value, EppSimpleType type, string member)
    {
        CheckCharacters(value, type, member);
        var normalized = EppWhiteSpaces.Normalize(value, type);
        return Fault(normalized, type) is { } rule ? throw Broken(member, rule, type) : normalized;
    }

    /// <summary>Checks the range and digits of a number.</summary>
    /// <returns>The violated rule; null for none.</returns>
    public static string? Fault(decimal value, EppSimpleType type)
    {
        foreach (var bound in type.Rules.Bounds)
        {
            var holds = bound.Number is { } limit
                ? bound.Holds(value.CompareTo(limit))
                : EppNumber.Parse(EppLexical.Format(value), isInteger: false)!.CompareWith(bound.Limit) is { } order && bound.Holds(order);
            if (!holds)
            {
                return $"must be {bound.Rule} {bound.Text}, is {EppLexical.Format(value)}";
            }
        }

        if (type.FractionDigits is { } digits and <= 28 && decimal.Round(value, digits) != value)
        {
            return TooPrecise(digits);
        }

        return type.TotalDigits is { } total && EppNumber.Parse(EppLexical.Format(value), isInteger: false)!.TotalDigits > total ? TooLong(total) : null;
    }

    /// <summary>Checks a text, with processed white space, against a type.</summary>
    /// <returns>The violated rule; null for none.</returns>
    public static string? Fault(string value, EppSimpleType type)
    {
        if (type.Item is { } item)
        {
            return ItemFault(value, item) ?? LengthFault(EppWhiteSpaces.CountItems(value), "items", type) ?? ValueFault(value, type);
        }

        if (type.Members.Count > 0)
        {
            return EppUnions.MemberOf(value, type) is null
                ? $"must be a value of {string.Join(" or ", type.Members.Select(m => m.DisplayName))}"
                : ValueFault(value, type);
        }

        if (EppForms.Fault(value, type.Form) is { } rule)
        {
            return rule;
        }

        // Most values need no further check, and the length of a QName has no meaning.
        if (type.Rules.IsPlain)
        {
            return null;
        }

        var length = type.Form switch
        {
            _ when type.MinLength is null && type.MaxLength is null => null,
            EppValueForm.HexBinary => LengthFault(value.Length / 2, "bytes", type),
            EppValueForm.Base64Binary => LengthFault(EppBinary.FromBase64(value).Length, "bytes", type),
            EppValueForm.QualifiedName => null,
            _ => LengthFault(CodePoints(value), "characters", type),
        };
        return length ?? ValueFault(value, type) ?? OrderFault(value, type);
    }

    /// <summary>The error for a value that violates a rule.</summary>
    public static EppValidationException Broken(string member, string rule, EppSimpleType type) => new(member, rule, type.DisplayName);

    private static string? ItemFault(string value, EppSimpleType item)
    {
        foreach (var range in value.AsSpan().Split(' '))
        {
            if (value.Length > 0 && Fault(value[range], item) is { } rule)
            {
                return $"must hold items of {item.DisplayName}, but one {rule}";
            }
        }

        return null;
    }

    private static string? ValueFault(string value, EppSimpleType type)
    {
        if (type.Enumeration is { } allowed && !allowed.Contains(value) && !allowed.Any(v => EppValues.AreSame(v, value, type)))
        {
            var more = allowed.Count > MaxNamedValues ? $" and {allowed.Count - MaxNamedValues} more" : string.Empty;
            return $"must be one of {string.Join(", ", allowed.Take(MaxNamedValues))}{more}";
        }

        foreach (var (text, pattern) in type.Rules.Patterns)
        {
            if (!pattern.IsMatch(value))
            {
                return $"must match the pattern {text}";
            }
        }

        return null;
    }

    private static string? OrderFault(string value, EppSimpleType type)
    {
        var bounds = type.Rules.Bounds;
        if (bounds.Length == 0 && type.TotalDigits is null && type.FractionDigits is null)
        {
            return null;
        }

        var ordered = EppOrdered.Parse(type.Form, value);
        foreach (var bound in bounds)
        {
            if (ordered?.CompareWith(bound.Limit) is not { } order || !bound.Holds(order))
            {
                return $"must be {bound.Rule} {bound.Text}, is {value}";
            }
        }

        return ordered switch
        {
            EppNumber number when number.Scale > type.FractionDigits => TooPrecise(type.FractionDigits.Value),
            EppNumber number when number.TotalDigits > type.TotalDigits => TooLong(type.TotalDigits.Value),
            _ => null,
        };
    }

    private static string? LengthFault(int length, string unit, EppSimpleType type)
    {
        if (!(length < type.MinLength || length > type.MaxLength))
        {
            return null;
        }

        var range = (type.MinLength, type.MaxLength) switch
        {
            ({ } least, { } most) when least == most => $"exactly {most}",
            ({ } least, { } most) => $"{least} to {most}",
            ({ } least, null) => $"at least {least}",
            (_, { } most) => $"at most {most}",
            _ => "any number of",
        };
        return $"must have {range} {unit}, has {length}";
    }

    private static string TooPrecise(int digits) => string.Create(CultureInfo.InvariantCulture, $"must have at most {digits} digits after the decimal point");

    private static string TooLong(int digits) => string.Create(CultureInfo.InvariantCulture, $"must have at most {digits} digits");

    private static int CodePoints(string value)
    {
        var count = value.Length;
        foreach (var c in value)
        {
            if (char.IsLowSurrogate(c))
            {
                count--;
            }
        }

        return count;
    }

    private static void CheckCharacters(string value, EppSimpleType type, string member)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (XmlConvert.IsXmlChar(value[i]))
            {
                continue;
            }

            if (i + 1 < value.Length && XmlConvert.IsXmlSurrogatePair(value[i + 1], value[i]))
            {
                i++;
                continue;
            }

            throw Broken(member, $"contains U+{(int)value[i]:X4} at position {i}, which XML does not allow", type);
        }
    }
}

using System.ComponentModel;
using System.Numerics;

namespace EppClient.Xml;

/// <summary>
/// A value to write into a message, implicitly converted from each C# type that has a form in XML Schema. Null converts to no value, which is not written.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EppXmlValue
{
    private readonly Kind _kind;
    private readonly object? _content;
    private readonly decimal _number;
    private readonly DateTimeOffset _moment;

    private EppXmlValue(Kind kind, object? content = null, decimal number = 0, DateTimeOffset moment = default)
    {
        _kind = kind;
        _content = content;
        _number = number;
        _moment = moment;
    }

    // Common types require no allocation; the others are boxed.
    private enum Kind
    {
        None,
        Text,
        Boolean,
        Number,
        Moment,
        Boxed,
    }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => _kind != Kind.None;

    /// <summary>Whether the value is a boolean.</summary>
    internal bool IsFlag => _kind == Kind.Boolean;

    /// <summary>The value, if it is a qualified name, whose spelling depends on the declared prefixes.</summary>
    internal EppQualifiedName? Name => _content as EppQualifiedName?;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(string? value) => value is null ? default : new EppXmlValue(Kind.Text, value);

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(bool? value) => value is { } set ? new EppXmlValue(Kind.Boolean, number: set ? 1 : 0) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(byte? value) => value is { } set ? new EppXmlValue(Kind.Number, number: set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(ushort? value) => value is { } set ? new EppXmlValue(Kind.Number, number: set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(long? value) => value is { } set ? new EppXmlValue(Kind.Number, number: set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(ulong? value) => value is { } set ? new EppXmlValue(Kind.Number, number: set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(decimal? value) => value is { } set ? new EppXmlValue(Kind.Number, number: set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(float? value) => value is { } set ? new EppXmlValue(Kind.Boxed, set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(double? value) => value is { } set ? new EppXmlValue(Kind.Boxed, set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(BigInteger? value) => value is { } set ? new EppXmlValue(Kind.Boxed, set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(DateTimeOffset? value) => value is { } set ? new EppXmlValue(Kind.Moment, moment: set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(DateOnly? value) => value is { } set ? new EppXmlValue(Kind.Boxed, (EppDate)set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(EppDate? value) => value is { } set ? new EppXmlValue(Kind.Boxed, set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(EppBinary? value) => value is { } set ? new EppXmlValue(Kind.Boxed, set) : default;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static implicit operator EppXmlValue(EppQualifiedName? value) => value is { } set ? new EppXmlValue(Kind.Boxed, set) : default;

    /// <summary>Whether the value is a date that was never set.</summary>
    internal bool IsUnsetDate => _kind switch
    {
        Kind.Moment => _moment.UtcTicks == 0,
        Kind.Boxed => _content is EppDate { Day: var day } && day == DateOnly.MinValue,
        _ => false,
    };

    /// <summary>Converts a value whose type is known only at run time.</summary>
    /// <exception cref="NotSupportedException">The type has no form in XML Schema.</exception>
    internal static EppXmlValue Of(object? value) => value switch
    {
        null => default,
        string text => text,
        IEppEnumeration enumeration => enumeration.Value,
        bool flag => flag,
        DateTimeOffset moment => moment,
        DateOnly day => day,
        float or double or BigInteger or EppDate or EppBinary or EppQualifiedName => new EppXmlValue(Kind.Boxed, value),
        IConvertible number => number.ToDecimal(System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A value of type {value.GetType()} has no form in XML Schema."),
    };

    /// <summary>Checks the value and formats it.</summary>
    /// <param name="type">The schema type, including the registry's overlay.</param>
    /// <param name="member">The member, for errors.</param>
    /// <exception cref="EppValidationException">The value violates its type.</exception>
    internal string Checked(EppSimpleType type, string member)
    {
        if (_kind == Kind.Text)
        {
            return EppFacets.Check((string)_content!, type, member);
        }

        var spelling = Format(type);
        if (Fault(spelling, type) is not { } rule)
        {
            return spelling;
        }

        if (type.Rules.Patterns.Length > 0)
        {
            // A pattern may require another spelling of the value, such as leading zeros.
            foreach (var other in EppLexicalVariants.Of(spelling, _kind == Kind.Moment ? _moment : _content))
            {
                if (EppFacets.Fault(other, type) is null)
                {
                    return other;
                }
            }
        }

        throw EppFacets.Broken(member, rule, type);
    }

    private string? Fault(string spelling, EppSimpleType type)
    {
        if (type.Rules.IsPlain)
        {
            return null;
        }

        var rule = _kind == Kind.Number ? EppFacets.Fault(_number, type) : null;
        return rule ?? (_kind != Kind.Number || type.Rules.NeedText ? EppFacets.Fault(spelling, type) : null);
    }

    private string Format(EppSimpleType type) => _kind switch
    {
        Kind.Boolean => EppLexical.Format(_number != 0),
        Kind.Number => EppLexicalVariants.Of(_number, type.FractionDigits),
        Kind.Moment => EppLexical.Format(_moment),
        _ => _content switch
        {
            float real => EppLexical.Format(real),
            double real => EppLexical.Format(real),
            BigInteger number => EppLexical.Format(number),
            EppBinary bytes => type.Form == EppValueForm.Base64Binary ? bytes.ToBase64() : bytes.ToHex(),
            var other => other?.ToString() ?? string.Empty,
        },
    };
}

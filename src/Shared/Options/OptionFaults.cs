using System.Globalization;

namespace EppClient;

/// <summary>Collects the faults of options, so that all are reported at once. Each fault has the name of its option, such as <c>EppPoolOptions.MaxSessions</c>.</summary>
internal sealed class OptionFaults
{
    private readonly List<(string Text, string Property)> _faults = [];

    public void Add(string text, string property) => _faults.Add((text, property));

    public void Require(string? value, string property)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add($"{property} must not be empty.", property);
        }
    }

    public void RequireDefined<T>(string property, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Add($"{property} is {value}, which is not a value of {typeof(T).Name}.", property);
        }
    }

    public void InRange(string property, long value, long min, long max, string unit)
    {
        if (value < min || value > max)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{property} is {value}; it must lie between {min} and {max} {unit}."), property);
        }
    }

    public void InRange(string property, TimeSpan value, TimeSpan min, TimeSpan max)
    {
        if (value < min || value > max)
        {
            Add($"{property} is {value:c}; it must lie between {min:c} and {max:c}.", property);
        }
    }

    /// <summary>Checks that the first of two options does not exceed the second. A wrong pair is one fault, and a value out of its range is reported by itself.</summary>
    public void InOrder(string property, TimeSpan value, string maxProperty, TimeSpan maxValue, TimeSpan min, TimeSpan max)
    {
        var faults = _faults.Count;
        InRange(property, value, min, max);
        InRange(maxProperty, maxValue, min, max);
        if (_faults.Count == faults && value > maxValue)
        {
            Add($"{property} is {value:c}, more than {maxProperty}, which is {maxValue:c}.", property);
        }
    }

    /// <exception cref="EppOptionsException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new EppOptionsException([.. _faults.Select(fault => fault.Text)], _faults[0].Property);
        }
    }
}

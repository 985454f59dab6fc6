using System.Globalization;

namespace EppClient;

/// <summary>Collects the faults of options, so that all are reported at once.</summary>
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

    /// <exception cref="EppOptionsException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new EppOptionsException([.. _faults.Select(fault => fault.Text)], _faults[0].Property);
        }
    }
}

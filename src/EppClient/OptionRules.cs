using System.Globalization;

namespace EppClient;

/// <summary>Checks of option values; the message names the property, its value and the limit.</summary>
internal static class OptionRules
{
    public static void InRange(string property, long value, long min, long max, string unit)
    {
        if (value < min || value > max)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{property} is {value}; it must lie between {min} and {max} {unit}."), property);
        }
    }

    public static void InRange(string property, TimeSpan value, TimeSpan min, TimeSpan max)
    {
        if (value < min || value > max)
        {
            throw new ArgumentException($"{property} is {value:c}; it must lie between {min:c} and {max:c}.", property);
        }
    }
}

using System.Globalization;

namespace EppConsole.Output;

/// <summary>Something to print: a name and a text, a number, a date, a flag, or a list of texts. What is null or empty is not printed.</summary>
internal readonly record struct Field(string Name, object? Value)
{
    public bool IsEmpty => Value is null or "" or IReadOnlyCollection<string> { Count: 0 };

    /// <summary>For people: each item of a list on a line of its own.</summary>
    public string Lines => Value is IEnumerable<string> texts ? string.Join('\n', texts) : Text;

    public string Text => Value switch
    {
        IEnumerable<string> texts => string.Join(", ", texts),
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => Value?.ToString() ?? string.Empty,
    };
}

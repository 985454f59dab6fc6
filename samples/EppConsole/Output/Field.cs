using System.Globalization;
using EppClient;

namespace EppConsole.Output;

/// <summary>
/// A value to print: a name and a text, a number, a date, a flag, a list of texts, an object (a list of fields) or a list of objects. Null and empty
/// values are not printed.
/// </summary>
internal readonly record struct Field(string Name, object? Value)
{
    /// <summary>Creates a field from a member that the response may lack. The other fields are printed in any case.</summary>
    public Field(string name, Func<object?> member)
        : this(name, Read(member))
    {
    }

    public bool IsEmpty => Value is null or "" or IReadOnlyCollection<string> { Count: 0 } or IReadOnlyCollection<Field> { Count: 0 } or IReadOnlyCollection<IReadOnlyList<Field>> { Count: 0 };

    /// <summary>The text for people: one line for each item of a list.</summary>
    public string Lines => Value switch
    {
        IEnumerable<string> texts => string.Join('\n', texts),
        IEnumerable<IReadOnlyList<Field>> objects => string.Join('\n', objects.Select(Line)),
        IReadOnlyList<Field> fields => string.Join('\n', fields.Where(part => !part.IsEmpty).Select(part => $"{part.Name} {part.Text}")),
        _ => Text,
    };

    public string Text => Value switch
    {
        IEnumerable<string> texts => string.Join(", ", texts),
        IEnumerable<IReadOnlyList<Field>> objects => string.Join("; ", objects.Select(Line)),
        IReadOnlyList<Field> fields => Line(fields),
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => Value?.ToString() ?? string.Empty,
    };

    private static string Line(IReadOnlyList<Field> fields) => string.Join(' ', fields.Where(part => !part.IsEmpty).Select(part => part.Text));

    private static object? Read(Func<object?> member)
    {
        try
        {
            return member();
        }
        catch (EppUnreadableMemberException)
        {
            return "<unreadable>";
        }
    }
}

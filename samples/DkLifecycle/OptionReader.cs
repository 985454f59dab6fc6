namespace DkLifecycle;

/// <summary>Parses <c>--name</c> and <c>--name VALUE</c>.</summary>
internal sealed class OptionReader
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    private OptionReader()
    {
    }

    /// <summary>The value of an option; null if it was not given.</summary>
    public string? this[string name] => _given.GetValueOrDefault(name);

    /// <exception cref="UsageException">An argument is unknown, is given twice, or lacks its value.</exception>
    public static OptionReader Read(IReadOnlyList<string> args, IReadOnlyList<string> flags, IReadOnlyList<string> values)
    {
        var reader = new OptionReader();
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            var value = flags.Contains(name) ? string.Empty
                : !values.Contains(name) ? throw new UsageException($"{name} is not an option.")
                : i + 1 < args.Count ? args[++i]
                : throw new UsageException($"{name} needs a value.");
            if (!reader._given.TryAdd(name, value))
            {
                throw new UsageException($"{name} is given twice.");
            }
        }

        return reader;
    }

    public bool Has(string name) => _given.ContainsKey(name);

    public string? FirstBesides(string name) => _given.Keys.FirstOrDefault(given => given != name);
}

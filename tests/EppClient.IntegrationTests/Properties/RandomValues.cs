using System.Text;

namespace EppClient.IntegrationTests.Properties;

/// <summary>Random values, including the most unusual ones that the schemas allow.</summary>
internal sealed class RandomValues(Random random)
{
    private static readonly string[] Oddities =
        ["&", "<", ">", "\"", "'", "]]>", "&amp;", "<!--", "<?", "Æ", "ø", "日本", "\U0001F600", "\u00A0", "\u0085", "\u2028", "\uFFFD", "\u200B", "%", "\\", "{", "}"];

    public Random Random => random;

    public bool Flag() => random.Next(2) == 0;

    /// <summary>Null with a probability of one half.</summary>
    public T? Maybe<T>(Func<T> value)
        where T : class => Flag() ? value() : null;

    /// <inheritdoc cref="Maybe{T}(Func{T})"/>
    public T? MaybeValue<T>(Func<T> value)
        where T : struct => Flag() ? value() : null;

    public T OneOf<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    public IReadOnlyList<T> Some<T>(int least, int most, Func<T> value) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => value())];

    /// <summary>A token: any XML characters, without leading, trailing or repeated white space.</summary>
    public string Token(int least, int most)
    {
        var length = random.Next(least, most + 1);
        var text = new StringBuilder();

        // Characters outside the basic multilingual plane count twice, as in the .NET validator and contrary to XML Schema.
        for (var count = 0; count < length;)
        {
            var next = random.Next(3) switch
            {
                0 => Oddities[random.Next(Oddities.Length)],
                1 when count > 0 && count < length - 2 && text[^1] != ' ' => " ",
                _ => ((char)('a' + random.Next(26))).ToString(),
            };
            if (count + next.Length <= length)
            {
                text.Append(next);
                count += next.Length;
            }
        }

        return text.ToString().TrimEnd(' ').PadRight(least, 'x');
    }

    public string Name() => $"{OneOf("a", "ÆØÅ", "xn--4cab6c", "a&b")}{random.Next(1_000_000)}.example";

    public string Id() => $"H{random.Next(100_000_000)}-DK";

    public string Phone() => $"+{random.Next(1, 1000)}.{random.Next(1, int.MaxValue)}";

    public string Mail() => $"{OneOf("a", "å", "a+b", "o'hara")}{random.Next(1000)}@mail.example";

    public string Country() => OneOf("DK", "FR", "US");

    public DateTimeOffset Moment() => new(random.NextInt64(new DateTime(1900, 1, 1).Ticks, new DateTime(2100, 1, 1).Ticks), TimeSpan.Zero);

    public byte[] Bytes(int least, int most)
    {
        var bytes = new byte[random.Next(least, most + 1)];
        random.NextBytes(bytes);
        return bytes;
    }
}

using System.Text;

namespace EppClient.StressTests.Fuzz.Inputs;

/// <summary>Randomly mutates inputs: their bytes, and their tags, texts and attributes where it recognizes them.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, Random chance)
{
    private const int ChangesOnAverage = 2;
    private const int Longest = 64 * 1024;

    /// <summary>Inputs that are difficult for XML readers, and values at the limits of schema types.</summary>
    private static readonly byte[][] Words =
    [
        .. ((string[])["<![CDATA[", "]]>", "&#0;", "&#xD800;", "&#x10FFFF;", "&amp;", "&a;", "<!DOCTYPE a [<!ENTITY a \"b\">]>", "<?xml version='1.1'?>", "<!--", "-->", "<?p ?>",
            " xmlns=\"\"", " xmlns:a=\"u\"", " xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"", " xsi:type=\"a:b\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
            "<a/>", "</epp>", "\uFEFF", "\u2028", "\u00A0", "-1", "0", "99999999999999999999", "1e400", "NaN", "true", "P1D", "-P99999999Y", "2026-02-30", "0000-00-00T24:00:00Z", "9999-12-31T23:59:60-14:01",
            "æøå", "a@b.example", "=", "====", "QQ==", "0G", "\t\n", "PLANT000001X", "2400", "1000", "req", "ack"]).Select(Encoding.UTF8.GetBytes),
        [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xF5], [0], [0, 0, 0, 4], [0xFF, 0xFF, 0xFF, 0xFF],
    ];

    /// <summary>Returns the next input.</summary>
    public byte[] Next()
    {
        List<byte> input = [.. seeds[chance.Next(seeds.Count)]];
        do
        {
            Change(input);
        }
        while (chance.Next(ChangesOnAverage) != 0);

        return [.. input.Take(Longest)];
    }

    private void Change(List<byte> input)
    {
        var at = chance.Next(input.Count + 1);
        switch (chance.Next(16))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << chance.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)chance.Next(256);
                break;
            case 2:
                input.RemoveRange(at, Math.Min(chance.Next(1, 40), input.Count - at));
                break;
            case 3:
                input.InsertRange(chance.Next(input.Count + 1), input.GetRange(at, Math.Min(chance.Next(1, 40), input.Count - at)));
                break;
            case 4:
                input.InsertRange(at, Word());
                break;
            case 5:
                Splice(input, at);
                break;
            case 6 or 7 or 12 or 13 or 14:
                ReplaceText(input, at);
                break;
            case 8:
                Duplicate(input, TagAt(input, at));
                break;
            case 9 when TagAt(input, at) is { } tag:
                input.RemoveRange(tag.From, tag.Length);
                break;
            case 10 when TagAt(input, at) is { Length: > 2 } tag:
                input.InsertRange(tag.From + tag.Length - (input[tag.From + tag.Length - 2] == '/' ? 2 : 1), Word());
                break;
            case 11 or 15:
                MoveElement(input, at);
                break;
            default:
                break;
        }
    }

    private byte[] Word() => Words[chance.Next(Words.Length)];

    /// <summary>Replaces the rest with the rest of another seed.</summary>
    private void Splice(List<byte> input, int at)
    {
        var other = seeds[chance.Next(seeds.Count)];
        input.RemoveRange(at, input.Count - at);
        input.AddRange(other[chance.Next(other.Length + 1)..]);
    }

    /// <summary>Replaces the text between two tags, or the value of an attribute.</summary>
    private void ReplaceText(List<byte> input, int at)
    {
        var quote = chance.Next(2) == 0;
        var from = input.FindIndex(at, byteValue => byteValue is (byte)'>' || (quote && byteValue is (byte)'"' or (byte)'\'')) + 1;
        var to = from == 0 ? -1 : input.FindIndex(from, byteValue => byteValue is (byte)'<' or (byte)'"' or (byte)'\'');
        if (to >= from && from > 0)
        {
            input.RemoveRange(from, to - from);
            input.InsertRange(from, Word());
        }
    }

    private static void Duplicate(List<byte> input, (int From, int Length)? tag)
    {
        if (tag is { } found)
        {
            input.InsertRange(found.From, input.GetRange(found.From, found.Length));
        }
    }

    /// <summary>Copies a range of a few tags, often a whole element, to another place.</summary>
    private void MoveElement(List<byte> input, int at)
    {
        if (TagAt(input, at) is not { } first)
        {
            return;
        }

        var end = first.From + first.Length;
        for (var more = chance.Next(1, 4); more > 0 && TagAt(input, end) is { } next; more--)
        {
            end = next.From + next.Length;
        }

        if (TagAt(input, chance.Next(input.Count)) is { } target)
        {
            input.InsertRange(target.From, input.GetRange(first.From, end - first.From));
        }
    }

    private static (int From, int Length)? TagAt(List<byte> input, int at)
    {
        var from = at < input.Count ? input.IndexOf((byte)'<', at) : -1;
        var to = from < 0 ? -1 : input.IndexOf((byte)'>', from);
        return to < 0 ? null : (from, to - from + 1);
    }
}

using System.Globalization;
using System.Text;

namespace EppClient.Xml.Patterns;

/// <summary>
/// Parses a regular expression of XML Schema (part 2, appendix F). The language has no anchors, assertions or captures: <c>^</c> and <c>$</c> are ordinary
/// characters. An escaped punctuation mark is accepted as the mark itself, because authors use it.
/// </summary>
internal sealed class PatternParser
{
    private const int MaxDepth = 200;

    private readonly string _pattern;
    private int _at;
    private int _depth;

    private PatternParser(string pattern) => _pattern = pattern;

    /// <exception cref="FormatException">The text is not a regular expression of XML Schema.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var result = parser.Choice();
        return parser._at == pattern.Length ? result : throw parser.Fault("has an unmatched ')'");
    }

    private PatternNode Choice()
    {
        if (++_depth > MaxDepth)
        {
            throw Fault("nests too deep");
        }

        var branches = new List<PatternNode> { Branch() };
        while (TryTake('|'))
        {
            branches.Add(Branch());
        }

        _depth--;
        return branches.Count == 1 ? branches[0] : new ChoiceNode(branches);
    }

    private SequenceNode Branch()
    {
        var parts = new List<PatternNode>();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            parts.Add(Quantified(Atom()));
        }

        return new SequenceNode(parts);
    }

    private PatternNode Atom()
    {
        switch (_pattern[_at])
        {
            case '(':
                _at++;
                var group = Choice();
                return TryTake(')') ? group : throw Fault("has no closing ')'");
            case '[':
                _at++;
                return new ClassNode(Class());
            case '.':
                _at++;
                return new ClassNode(CharacterClass.Any);
            case '\\':
                return new ClassNode(Escape());
            case '?' or '*' or '+':
                throw Fault("has a quantifier with nothing before it");
            default:
                return new ClassNode(CharacterClass.Single(CodePoint()));
        }
    }

    private PatternNode Quantified(PatternNode atom)
    {
        if (_at == _pattern.Length)
        {
            return atom;
        }

        switch (_pattern[_at])
        {
            case '?':
                _at++;
                return new RepeatNode(atom, 0, 1);
            case '*':
                _at++;
                return new RepeatNode(atom, 0, null);
            case '+':
                _at++;
                return new RepeatNode(atom, 1, null);
            case '{':
                return Counted(atom);
            default:
                return atom;
        }
    }

    private RepeatNode Counted(PatternNode atom)
    {
        var end = _pattern.IndexOf('}', _at);
        var parts = end < 0 ? [] : _pattern.Substring(_at + 1, end - _at - 1).Split(',');
        if (parts.Length is 0 or > 2 || !TryCount(parts[0], out var least))
        {
            throw Fault("has a '{' that does not begin a quantifier");
        }

        _at = end + 1;
        if (parts.Length == 1)
        {
            return new RepeatNode(atom, least, least);
        }

        if (parts[1].Length == 0)
        {
            return new RepeatNode(atom, least, null);
        }

        return TryCount(parts[1], out var most) && most >= least
            ? new RepeatNode(atom, least, most)
            : throw Fault("has a quantifier whose end is less than its start");
    }

    private static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private CharacterClass Class()
    {
        if (++_depth > MaxDepth)
        {
            throw Fault("nests too deep");
        }

        var isNegated = TryTake('^');
        var ranges = new List<CodePointRange>();
        var parts = new List<CharacterClass>();
        CharacterClass? except = null;
        var start = _at;
        while (!(_at > start && TryTake(']')))
        {
            if (Next(0) == '-' && Next(1) == '[' && _at > start)
            {
                _at += 2;
                except = Class();
                if (!TryTake(']'))
                {
                    throw Fault("has characters after the subtraction of a character class");
                }

                break;
            }

            Member(ranges, parts);
        }

        _depth--;
        return new CharacterClass { IsNegated = isNegated, Ranges = ranges, Parts = parts, Except = except };
    }

    private void Member(List<CodePointRange> ranges, List<CharacterClass> parts)
    {
        if (Single(parts) is not { } first)
        {
            return;
        }

        // A hyphen before the end or before a subtraction is an ordinary character.
        if (Next(0) != '-' || Next(1) is ']' or '[' or '\0')
        {
            ranges.Add(new CodePointRange(first, first));
            return;
        }

        _at++;
        var last = Single(parts) ?? throw Fault("has a range that ends with a class");
        if (last < first)
        {
            throw Fault("has a range that ends before it starts");
        }

        ranges.Add(new CodePointRange(first, last));
    }

    /// <summary>Reads one character of a class; null if an escape represents several, which are then added to the class.</summary>
    private int? Single(List<CharacterClass> parts)
    {
        if (Next(0) != '\\')
        {
            return _at < _pattern.Length ? CodePoint() : throw Fault("has no closing ']'");
        }

        var escape = Escape();
        if (escape.OnlyCharacter is { } only)
        {
            return only;
        }

        parts.Add(escape);
        return null;
    }

    private CharacterClass Escape()
    {
        _at++;
        var c = Next(0);
        _at++;
        return c switch
        {
            'n' => CharacterClass.Single('\n'),
            'r' => CharacterClass.Single('\r'),
            't' => CharacterClass.Single('\t'),
            's' => CharacterClass.Blank,
            'S' => CharacterClass.Blank.Negate(),
            'd' => CharacterClass.Digit,
            'D' => CharacterClass.Digit.Negate(),
            'w' => CharacterClass.Word,
            'W' => CharacterClass.Word.Negate(),
            'i' => CharacterClass.NameStart,
            'I' => CharacterClass.NameStart.Negate(),
            'c' => CharacterClass.Name,
            'C' => CharacterClass.Name.Negate(),
            'p' => Property(),
            'P' => Property().Negate(),
            '\0' => throw Fault("ends with a '\\'"),
            _ when c < 128 && !char.IsLetterOrDigit(c) => CharacterClass.Single(c),
            _ => throw Fault($"has the escape '\\{c}', which XML Schema does not define"),
        };
    }

    private CharacterClass Property()
    {
        var end = _pattern.IndexOf('}', _at);
        if (Next(0) != '{' || end < 0)
        {
            throw Fault("has a '\\p' without a name in braces");
        }

        var name = _pattern.Substring(_at + 1, end - _at - 1);
        _at = end + 1;
        if (CharacterClass.IsCategory(name))
        {
            return new CharacterClass { Categories = [name] };
        }

        return name.StartsWith("Is", StringComparison.Ordinal) && UnicodeBlocks.Find(name.Substring(2)) is { } ranges
            ? new CharacterClass { Ranges = ranges }
            : throw Fault($"has '\\p{{{name}}}', which is neither a category nor a block of Unicode");
    }

    private int CodePoint()
    {
        var isPair = _at + 1 < _pattern.Length && char.IsSurrogatePair(_pattern[_at], _pattern[_at + 1]);
        var codePoint = isPair ? char.ConvertToUtf32(_pattern, _at) : _pattern[_at];
        _at += isPair ? 2 : 1;
        return codePoint;
    }

    private char Next(int ahead) => _at + ahead < _pattern.Length ? _pattern[_at + ahead] : '\0';

    private bool TryTake(char c)
    {
        var isNext = _at < _pattern.Length && _pattern[_at] == c;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private FormatException Fault(string what) => new(
        new StringBuilder(what).Append(" (at character ").Append((_at + 1).ToString(CultureInfo.InvariantCulture)).Append(')').ToString());
}

/// <summary>A part of a regular expression.</summary>
internal abstract record PatternNode
{
    // Larger numbers are equivalent, and products of smaller ones cannot overflow.
    private const long Huge = 1_000_000_000;

    /// <summary>The number of instructions that the node requires, up to a limit.</summary>
    public long Size => Math.Min(Count, Huge);

    protected abstract long Count { get; }
}

internal sealed record ClassNode(CharacterClass Class) : PatternNode
{
    protected override long Count => 1;
}

internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode
{
    protected override long Count => Parts.Sum(p => p.Size);
}

internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Branches) : PatternNode
{
    protected override long Count => Branches.Sum(b => b.Size + 2);
}

/// <param name="Body">The repeated part.</param>
/// <param name="Least">The minimum number of repetitions.</param>
/// <param name="Max">The maximum number of repetitions; null for unbounded.</param>
internal sealed record RepeatNode(PatternNode Body, int Least, int? Max) : PatternNode
{
    protected override long Count => (Body.Size + 1) * Math.Max(Max ?? (Least + 1), 1);
}

namespace EppClient.Xml.Patterns;

/// <summary>
/// A regular expression of XML Schema. Matching follows all alternatives at the same time, one character (not UTF-16 unit) after the other. Its time is limited
/// by the product of both lengths for any expression, so that a schema from a user cannot block the program.
/// </summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
internal sealed class SchemaPattern
{
    private const int MaxInstructions = 100_000;

    private readonly List<Instruction> _program = [];

    private SchemaPattern(PatternNode node)
    {
        if (node.Size > MaxInstructions)
        {
            throw new FormatException("repeats too much to be checked");
        }

        Add(node);
        _program.Add(new Instruction(null, -1));
    }

    /// <exception cref="FormatException">The text is not a regular expression of XML Schema, or repeats too much.</exception>
    public static SchemaPattern Parse(string pattern) => new(PatternParser.Parse(pattern));

    /// <summary>Why a text is not a usable pattern; null if it is.</summary>
    public static string? FaultOf(string pattern)
    {
        try
        {
            _ = Parse(pattern);
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    /// <summary>Whether the expression matches the whole value.</summary>
    public bool IsMatch(string value)
    {
        var ways = NfaStates.Of(_program.Count);
        ways.Start();
        Follow(0, ways);
        for (var i = 0; i < value.Length && ways.Next > 0; i++)
        {
            var isPair = i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]);
            var codePoint = isPair ? char.ConvertToUtf32(value[i], value[i + 1]) : value[i];
            i += isPair ? 1 : 0;
            ways.Advance();
            for (var way = 0; way < ways.Current; way++)
            {
                var at = ways.At(way);
                if (_program[at].Class is { } accepted && accepted.Contains(codePoint))
                {
                    Follow(at + 1, ways);
                }
            }
        }

        return ways.Holds(_program.Count - 1);
    }

    /// <summary>Adds an instruction, and those that can be reached from it without a character, to the next states.</summary>
    private void Follow(int start, NfaStates ways)
    {
        ways.Push(start);
        while (ways.TryPop(out var at))
        {
            if (!ways.Add(at))
            {
                continue;
            }

            var instruction = _program[at];
            if (instruction.Class is null && instruction.Other >= 0)
            {
                ways.Push(instruction.Other);
                if (instruction.IsFork)
                {
                    ways.Push(at + 1);
                }
            }
        }
    }

    private void Add(PatternNode node)
    {
        switch (node)
        {
            case ClassNode one:
                _program.Add(new Instruction(one.Class, -1));
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    Add(part);
                }

                break;
            case ChoiceNode choice:
                Add(choice);
                break;
            case RepeatNode repeat:
                Add(repeat);
                break;
        }
    }

    private void Add(ChoiceNode choice)
    {
        var ends = new List<int>();
        for (var i = 0; i < choice.Branches.Count - 1; i++)
        {
            var fork = Reserve();
            Add(choice.Branches[i]);
            ends.Add(Reserve());
            _program[fork] = new Instruction(null, _program.Count, IsFork: true);
        }

        Add(choice.Branches[choice.Branches.Count - 1]);
        foreach (var end in ends)
        {
            _program[end] = new Instruction(null, _program.Count);
        }
    }

    private void Add(RepeatNode repeat)
    {
        for (var i = 0; i < repeat.Least; i++)
        {
            Add(repeat.Body);
        }

        if (repeat.Max is not { } most)
        {
            var loop = Reserve();
            Add(repeat.Body);
            _program.Add(new Instruction(null, loop));
            _program[loop] = new Instruction(null, _program.Count, IsFork: true);
            return;
        }

        var forks = new List<int>();
        for (var i = repeat.Least; i < most; i++)
        {
            forks.Add(Reserve());
            Add(repeat.Body);
        }

        foreach (var fork in forks)
        {
            _program[fork] = new Instruction(null, _program.Count, IsFork: true);
        }
    }

    private int Reserve()
    {
        _program.Add(default);
        return _program.Count - 1;
    }

    /// <param name="Class">The characters that the instruction consumes; null for none.</param>
    /// <param name="Other">The next instruction, if it is not the following one; -1 for the end.</param>
    /// <param name="IsFork">Whether the following instruction is also a next one.</param>
    private readonly record struct Instruction(CharacterClass? Class, int Other, bool IsFork = false);
}

/// <summary>The instructions that can be reached with the characters so far: two sparse sets that are swapped, and a stack.</summary>
internal sealed class NfaStates
{
    private const int MaxKept = 10_000;

    [ThreadStatic]
    private static NfaStates? _last;

    private readonly int[] _stack;
    private readonly int[] _places;
    private int[] _current;
    private int[] _next;
    private int _depth;

    private NfaStates(int size)
    {
        _stack = new int[(size * 2) + 2];
        _places = new int[size];
        _current = new int[size];
        _next = new int[size];
    }

    public int Current { get; private set; }

    public int Next { get; private set; }

    /// <summary>Returns a set for a size. Each thread keeps one, so that the usual match allocates nothing.</summary>
    public static NfaStates Of(int size)
    {
        if (size > MaxKept)
        {
            return new NfaStates(size);
        }

        return _last is { } last && last._places.Length >= size ? last : _last = new NfaStates(Math.Max(size, 256));
    }

    public void Start()
    {
        (Current, Next, _depth) = (0, 0, 0);
    }

    public void Advance()
    {
        (_current, _next) = (_next, _current);
        (Current, Next) = (Next, 0);
    }

    public int At(int way) => _current[way];

    public bool Holds(int place) => _places[place] < Next && _next[_places[place]] == place;

    public bool Add(int place)
    {
        if (Holds(place))
        {
            return false;
        }

        _places[place] = Next;
        _next[Next++] = place;
        return true;
    }

    public void Push(int place) => _stack[_depth++] = place;

    public bool TryPop(out int place)
    {
        place = _depth > 0 ? _stack[--_depth] : -1;
        return place >= 0;
    }
}

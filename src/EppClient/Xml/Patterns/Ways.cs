namespace EppClient.Xml.Patterns;

/// <summary>The places in an expression that can be reached with the characters so far: two sparse sets that swap, and a stack.</summary>
internal sealed class Ways
{
    private const int MaxKept = 10_000;

    [ThreadStatic]
    private static Ways? _last;

    private readonly int[] _stack;
    private readonly int[] _places;
    private int[] _current;
    private int[] _next;
    private int _depth;

    private Ways(int size)
    {
        _stack = new int[(size * 2) + 2];
        _places = new int[size];
        _current = new int[size];
        _next = new int[size];
    }

    public int Current { get; private set; }

    public int Next { get; private set; }

    /// <summary>One for each thread is kept, so that the usual match allocates nothing.</summary>
    public static Ways Of(int size)
    {
        if (size > MaxKept)
        {
            return new Ways(size);
        }

        return _last is { } last && last._places.Length >= size ? last : _last = new Ways(Math.Max(size, 256));
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

using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <summary>The accounts of a pool: each open session stands in exactly one of them. Used under the pool's lock.</summary>
internal sealed class PoolLedger(int max)
{
    private readonly List<PhysicalSession> _idle = [];
    private readonly HashSet<PhysicalSession> _used = [];

    public IReadOnlyList<PhysicalSession> Idle => _idle;

    public IReadOnlyCollection<PhysicalSession> Used => _used;

    public int Opening { get; private set; }

    public int Closing { get; private set; }

    public int Open => _idle.Count + _used.Count + Opening + Closing;

    public bool HasRoom => Open < max;

    /// <summary>Reserves room before there is a connection, so that the maximum is never exceeded.</summary>
    public void BeginOpening()
    {
        Opening++;
        Check();
    }

    public void Opened(PhysicalSession session)
    {
        Opening--;
        _used.Add(session);
        Check();
    }

    public void OpeningEnded()
    {
        Opening--;
        Check();
    }

    /// <summary>The one that became idle last, so that the others can age and go when there are more than needed.</summary>
    public bool TryTakeIdle([NotNullWhen(true)] out PhysicalSession? session)
    {
        session = _idle.Count > 0 ? _idle[^1] : null;
        if (session is not null)
        {
            TakeIdle(session);
        }

        return session is not null;
    }

    public void TakeIdle(PhysicalSession session)
    {
        _idle.Remove(session);
        _used.Add(session);
        Check();
    }

    public void PutIdle(PhysicalSession session)
    {
        _used.Remove(session);
        _idle.Add(session);
        Check();
    }

    public void BeginClosing(PhysicalSession session)
    {
        _used.Remove(session);
        Closing++;
        Check();
    }

    public void Closed()
    {
        Closing--;
        Check();
    }

    public PoolSnapshot Snapshot(int waiting) => new(max, _idle.Count, _used.Count, Opening, Closing, waiting);

    [Conditional("DEBUG")]
    private void Check() => Debug.Assert(
        Opening >= 0 && Closing >= 0 && Open <= max && !_idle.Exists(_used.Contains),
        $"The pool's accounts are wrong: {Snapshot(0)}");
}

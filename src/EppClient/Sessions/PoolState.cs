using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace EppClient.Sessions;

/// <summary>The sessions of a pool by state: each open session is in exactly one state. Used under the pool's lock.</summary>
internal sealed class PoolState(int max)
{
    private readonly List<PhysicalSession> _idle = [];
    private readonly HashSet<PhysicalSession> _used = [];

    public IReadOnlyList<PhysicalSession> Idle => _idle;

    public IReadOnlyCollection<PhysicalSession> Used => _used;

    public int Opening { get; private set; }

    public int Closing { get; private set; }

    /// <summary>The number of sessions that have logged in and have not begun to log out.</summary>
    public int Established => _idle.Count + _used.Count;

    public int Open => _idle.Count + _used.Count + Opening + Closing;

    /// <summary>Reserves capacity before there is a connection, so that the maximum is never exceeded.</summary>
    public void BeginOpening()
    {
        Opening++;
        Check();
    }

    public void Opened(PhysicalSession session)
    {
        Opening--;
        session.Leases = 1;
        _used.Add(session);
        Check();
    }

    /// <summary>Records that a failed attempt left a connection that the registry may count as a session. It counts until it is closed like one.</summary>
    public void OpeningLeftSession()
    {
        Opening--;
        Closing++;
        Check();
    }

    public void OpeningEnded()
    {
        Opening--;
        Check();
    }

    /// <summary>Takes the session that became idle last, so that surplus sessions remain idle and can be retired.</summary>
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
        session.Leases = 1;
        session.IsShared = false;
        _used.Add(session);
        Check();
    }

    /// <summary>Whether the registry may count a session with these credentials.</summary>
    public bool HasAnyOf(int credentialsId) =>
        Closing > 0 || _idle.Exists(session => session.Channel.CredentialsId == credentialsId) || _used.Any(session => session.Channel.CredentialsId == credentialsId);

    /// <summary>Gets the session with the fewest commands in flight, of those that may send another one.</summary>
    /// <param name="generation">The current generation of the pool.</param>
    /// <param name="now">The current timestamp.</param>
    public PhysicalSession? LeastShared(int generation, long now)
    {
        PhysicalSession? best = null;
        foreach (var session in _used)
        {
            if (session.IsShared && (best is null || session.Leases < best.Leases) && session.MayShare(generation, now))
            {
                best = session;
            }
        }

        return best;
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

    public EppPoolStatistics Statistics(int waiting) => new(max, _idle.Count, _used.Count, Opening, Closing, waiting);

    [Conditional("DEBUG")]
    private void Check() => Debug.Assert(
        Opening >= 0 && Closing >= 0 && Open <= max && !_idle.Exists(session => _used.Contains(session) || session.Leases != 0) && _used.All(session => session.Leases > 0),
        $"The state of the pool is inconsistent: {Statistics(0)}");
}

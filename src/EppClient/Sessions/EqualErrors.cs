namespace EppClient.Sessions;

/// <summary>
/// Counts the refusals of each kind on one session, where the registry ends a session at so many equal ones. It is replaced
/// before, so that the faults of one caller never cost another an answer. Safe for use by many at once.
/// </summary>
internal sealed class EqualErrors(int max)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _counts = [];
    private int _most;

    /// <summary>How many commands may be on their way without the registry's limit being reached, if all fail alike.</summary>
    public int Allowance => max - 1 - Volatile.Read(ref _most);

    public void Count(int code)
    {
        lock (_lock)
        {
            var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
            _most = Math.Max(_most, count);
        }
    }
}

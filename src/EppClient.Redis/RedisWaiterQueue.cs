using StackExchange.Redis;

namespace EppClient.Redis;

/// <summary>
/// The queue of processes that have no session and want one. They have priority, in order of arrival: a process whose sessions come and go requests a permit at
/// the right moment each time, and the others would never get one. All times are by the clock of Redis.
/// </summary>
internal sealed class RedisWaiterQueue(IDatabase database, string key)
{
    // A waiting process sends a request at least once a second. The entry of a process that stopped waiting or died expires after this time.
    private const int StaysMilliseconds = 5000;

    // A hash of all waiting processes: when each arrived, and when its entry expires.
    private const string Look =
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local mine, first
        local entries = redis.call('HGETALL', KEYS[1])
        for i = 1, #entries, 2 do
            local since, stays = string.match(entries[i + 1], '(%d+) (%d+)')
            since = tonumber(since)
            if tonumber(stays) < now then
                redis.call('HDEL', KEYS[1], entries[i])
            elseif entries[i] == ARGV[1] then
                mine = since
            elseif not first or since < first then
                first = since
            end
        end

        """;

    private const string Join = Look +
        """
        mine = mine or now
        redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %.0f', mine, now + ARGV[2]))
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return (not first or mine <= first) and 1 or 0
        """;

    private const string Longest = Look +
        """
        return first and now - first or -1
        """;

    // In a cluster this key may be in another slot than the leases, which is safe because no operation uses both.
    private readonly RedisKey[] _keys = [key + ":waiting"];
    private readonly RedisValue _self = Guid.NewGuid().ToString("N");

    /// <summary>Whether a process without a session may take a permit now. If it may not, or finds none, it keeps its place in the queue.</summary>
    public async Task<bool> JoinAsync() => (bool)await database.ScriptEvaluateAsync(Join, _keys, [_self, StaysMilliseconds]).ConfigureAwait(false);

    public Task LeaveAsync() => database.HashDeleteAsync(_keys[0], _self);

    /// <summary>How long the first of the other processes has waited; null if none waits.</summary>
    public async Task<TimeSpan?> LongestAsync()
    {
        var milliseconds = (long)await database.ScriptEvaluateAsync(Longest, _keys, [_self]).ConfigureAwait(false);
        return milliseconds < 0 ? null : TimeSpan.FromMilliseconds(milliseconds);
    }
}

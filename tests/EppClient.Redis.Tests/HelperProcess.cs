using System.Diagnostics;
using System.Globalization;

namespace EppClient.Redis.Tests;

/// <summary>Another process that takes room for sessions; see EppClient.Redis.Helper.</summary>
internal sealed class HelperProcess : IDisposable
{
    private readonly Process _process;

    public HelperProcess(RedisServer redis, RedisSessionQuotaOptions options, SessionCounter counter, string name, int wanted)
    {
        Name = name;
        var program = Path.Combine(AppContext.BaseDirectory, "EppClient.Redis.Helper.dll");
        string[] arguments =
        [
            program, redis.Address, options.Key, options.MaxSessions.ToString(CultureInfo.InvariantCulture), options.Lease.ToString("c"), counter.Address, name,
            wanted.ToString(CultureInfo.InvariantCulture),
        ];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
    }

    public string Name { get; }

    /// <summary>As <c>kill -9</c>: it has no chance to give anything back.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}

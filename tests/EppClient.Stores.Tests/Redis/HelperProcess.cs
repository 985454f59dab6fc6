using System.Diagnostics;
using System.Globalization;
using EppClient.Redis;

namespace EppClient.Stores.Tests.Redis;

/// <summary>Another process that takes permits for sessions; see EppClient.TestHelper.</summary>
internal sealed class HelperProcess : IDisposable
{
    private readonly Process _process;

    private readonly TaskCompletionSource _responded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A registrar's backend: a host with its workers.</summary>
    /// <param name="redis">Where the room is counted.</param>
    /// <param name="sharedSessions">The most sessions of all processes.</param>
    /// <param name="target">What its sessions are with.</param>
    public static HelperProcess StartHost(RedisServer redis, int sharedSessions, string target) =>
        new("host", ["host", redis.Address, sharedSessions.ToString(CultureInfo.InvariantCulture), target]);

    /// <param name="way">What it does: <c>permits</c> or <c>pool</c>.</param>
    /// <param name="redis">Where the room is counted.</param>
    /// <param name="options">How.</param>
    /// <param name="target">What its sessions are with.</param>
    /// <param name="name">Its name.</param>
    /// <param name="wanted">How many sessions it wants.</param>
    public HelperProcess(string way, RedisServer redis, RedisSessionQuotaOptions options, string target, string name, int wanted)
        : this(name,
        [
            "redis", way, redis.Address, options.Key, options.MaxSessions.ToString(CultureInfo.InvariantCulture), options.Lease.ToString("c"), target, name,
            wanted.ToString(CultureInfo.InvariantCulture),
        ])
    {
    }

    private HelperProcess(string name, string[] arguments)
    {
        Name = name;
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EppClient.TestHelper.dll"), .. arguments]) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _responded.TrySetException(new InvalidOperationException($"The process {Name} has ended."));
            }
            else
            {
                _responded.TrySetResult();
            }
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>Its first answer from the registry.</summary>
    public Task Responded => _responded.Task;

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

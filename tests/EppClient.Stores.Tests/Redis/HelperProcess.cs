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
    /// <param name="redis">The server that counts permits.</param>
    /// <param name="sharedSessions">The maximum number of sessions of all processes.</param>
    /// <param name="target">The registry of its sessions.</param>
    public static HelperProcess StartHost(RedisServer redis, int sharedSessions, string target) =>
        new("host", ["host", redis.Address, sharedSessions.ToString(CultureInfo.InvariantCulture), target]);

    /// <param name="way">Its mode: <c>permits</c> or <c>pool</c>.</param>
    /// <param name="redis">The server that counts permits.</param>
    /// <param name="options">The options of the quota.</param>
    /// <param name="target">The registry of its sessions.</param>
    /// <param name="name">Its name.</param>
    /// <param name="wanted">The number of sessions that it requests.</param>
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
                _responded.TrySetException(new InvalidOperationException($"The process {Name} has exited."));
            }
            else
            {
                _responded.TrySetResult();
            }
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>Its first response from the registry.</summary>
    public Task Responded => _responded.Task;

    public string Name { get; }

    /// <summary>Same as <c>kill -9</c>: the process cannot return its permits.</summary>
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

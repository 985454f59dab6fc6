using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EppClient.StressTests.Load;

/// <summary>The measurements of a run.</summary>
internal sealed class LoadFigures
{
    private readonly long[] _latencies;
    private readonly TimeSpan _elapsed;
    private readonly TimeSpan _cpu;
    private readonly long _allocated;
    private readonly int _collections;

    /// <param name="latencies">The time of each command from the call to its result, in ticks of the stopwatch.</param>
    /// <param name="elapsed">The time from the first command to the last result.</param>
    /// <param name="cpu">Processor time of the whole process.</param>
    /// <param name="allocated">Bytes allocated on the managed heap.</param>
    /// <param name="collections">Collections of the youngest generation.</param>
    public LoadFigures(long[] latencies, TimeSpan elapsed, TimeSpan cpu, long allocated, int collections)
    {
        Array.Sort(latencies);
        _latencies = latencies;
        _elapsed = elapsed;
        _cpu = cpu;
        _allocated = allocated;
        _collections = collections;
    }

    private double Rate => _latencies.Length / _elapsed.TotalSeconds;

    private double CpuPerCommand => _cpu.TotalMicroseconds / _latencies.Length;

    private double AllocatedPerCommand => (double)_allocated / _latencies.Length;

    /// <summary>One line of JSON.</summary>
    public string ToJson(LoadOptions options)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("verb", JsonNamingPolicy.CamelCase.ConvertName(options.Verb.ToString()));
            writer.WriteString("client", JsonNamingPolicy.CamelCase.ConvertName(options.Client.ToString()));
            writer.WriteNumber("sessions", options.Sessions);
            writer.WriteNumber("depth", options.Depth);
            writer.WriteNumber("commands", _latencies.Length);
            writer.WriteNumber("seconds", Math.Round(_elapsed.TotalSeconds, 3));
            writer.WriteNumber("commandsPerSecond", Math.Round(Rate));
            writer.WriteNumber("p50Us", Percentile(0.50));
            writer.WriteNumber("p99Us", Percentile(0.99));
            writer.WriteNumber("maxUs", Percentile(1));
            writer.WriteNumber("cpuUsPerCommand", Math.Round(CpuPerCommand, 2));
            writer.WriteNumber("allocatedBytesPerCommand", Math.Round(AllocatedPerCommand, 2));
            writer.WriteNumber("gen0", _collections);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Formats the figures for users.</summary>
    public string ToText(LoadOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {options.Verb}, {options.Sessions} sessions, depth {options.Depth}: {_latencies.Length} commands in {_elapsed.TotalSeconds:F2} s
        rate        {Rate,10:F0} commands a second
        latency     {Percentile(0.50),10:F1} µs p50, {Percentile(0.99):F1} µs p99, {Percentile(1):F1} µs at most
        processor   {CpuPerCommand,10:F1} µs a command
        allocation  {AllocatedPerCommand,10:F0} octets a command, {_collections} collections
        """);

    private double Percentile(double share) => Math.Round(
        _latencies[Math.Min(_latencies.Length - 1, (int)(share * _latencies.Length))] * 1e6 / Stopwatch.Frequency, 1);
}

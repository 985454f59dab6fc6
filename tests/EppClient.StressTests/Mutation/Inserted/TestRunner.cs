using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace EppClient.StressTests.Mutation.Inserted;

/// <summary>
/// Runs tests of the assembly that it is compiled into, one after the other. A copy of this file is compiled into each test project, and is its program:
/// "record OUTPUT SKIPPED" writes how long each test method took and which mutants it reached; "run OUTPUT TESTS" ends with the first method that fails twice.
/// </summary>
internal sealed class TestRunner : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    public const string Survived = nameof(Survived);
    public const string Killed = nameof(Killed);
    public const string TimedOut = nameof(TimedOut);

    // The file for the mutants reached in a process that a test starts.
    private const string ReachedVariable = "EPP_REACHED";

    // The duration of a tick, and its computation: about a millisecond.
    private const int Tick = 200;
    private const int TickWork = 50_000;

    private readonly string _output;
    private readonly XunitTestFramework _framework;
    private readonly ConcurrentDictionary<int, bool> _reached = new();
    private readonly ManualResetEventSlim _isDone = new();
    private readonly List<IXunitTestCase> _cases = [];
    private readonly Dictionary<string, TestRecord> _records = [];
    private Dictionary<string, int> _limits = [];
    private Limit? _limit;
    private int _ticks;
    private (string Method, string Message)? _failure;
    private bool _stopsAtFailure;

    private TestRunner(string output)
    {
        _output = output;
        _framework = new XunitTestFramework(this);
        AppContext.SetData(MutantSwitch.ReachedKey, _reached);
    }

    private string PartPath => _output + ".part-reached";

    public static int Run(string[] args)
    {
        using var runner = new TestRunner(args[1]);
        if (args[0] == "record")
        {
            runner.Record(args[2].Split(';', StringSplitOptions.RemoveEmptyEntries));
        }
        else
        {
            runner.RunUntilFailure([.. File.ReadLines(args[2]).Select(line => line.Split('\t'))]);
        }

        return 0;
    }

    /// <summary>Runs the program that a test starts as a separate process.</summary>
    public static async Task<int> RunPartAsync(Func<Task<int>> part)
    {
        var path = Environment.GetEnvironmentVariable(ReachedVariable);
        var reached = new ConcurrentDictionary<int, bool>();
        if (path is not null)
        {
            AppContext.SetData(MutantSwitch.ReachedKey, reached);
        }

        var result = await part();
        if (path is not null)
        {
            await File.WriteAllLinesAsync(path, reached.Keys.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        }

        return result;
    }

    public void Dispose()
    {
        _isDone.Dispose();
        _framework.Dispose();
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage { TestCase: IXunitTestCase found }:
                _cases.Add(found);
                break;
            case ITestStarting starting:
                Start(MethodOf(starting));
                break;
            case ITestSkipped skipped:
                RecordOf(skipped).IsUsable = false;
                break;
            case ITestFinished finished:
                RecordOf(finished).Time += TimeSpan.FromSeconds((double)finished.ExecutionTime);
                TakeReached(RecordOf(finished));
                _limit = null;
                break;
            case ITestFailed failed:
                return Fail(failed, failed);
            case ITestCleanupFailure failed:
                return Fail(failed, failed);
            case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                _isDone.Set();
                break;
        }

        return true;
    }

    private static string MethodOf(ITestMethodMessage message) => MethodOf(message.TestMethod);

    private static string MethodOf(ITestMethod method) => $"{method.TestClass.Class.Name}|{method.Method.Name}";

    private void Record(string[] skipped)
    {
        Environment.SetEnvironmentVariable(ReachedVariable, PartPath);
        var names = Assembly.GetEntryAssembly()!.GetTypes().Select(type => type.FullName!).Where(name => !skipped.Any(part => name.Contains(part, StringComparison.Ordinal)));
        foreach (var collection in Discover(names))
        {
            var before = _records.Count;
            Execute(collection);
            // Mutants that fixtures reach count for every test of the collection.
            var shared = _reached.Keys.ToList();
            _reached.Clear();
            foreach (var record in _records.Values.Skip(before))
            {
                record.Reached.UnionWith(shared);
            }
        }

        Write(_records.Select(record => string.Create(
            CultureInfo.InvariantCulture, $"{record.Key}\t{record.Value.Time.TotalMilliseconds:0}\t{record.Value.IsUsable}\t{string.Join(',', record.Value.Reached)}")));
    }

    private void RunUntilFailure(string[][] tests)
    {
        _stopsAtFailure = true;
        _limits = tests.ToDictionary(test => test[0], test => int.Parse(test[1], CultureInfo.InvariantCulture) / Tick);
        new Thread(WatchLimits) { IsBackground = true }.Start();
        var order = tests.Select((test, index) => (Method: test[0], index)).ToDictionary(test => test.Method, test => test.index);
        var collections = Discover(tests.Select(test => test[0].Split('|')[0]).Distinct())
            .Select(cases => cases.Where(found => order.ContainsKey(MethodOf(found.TestMethod))).OrderBy(found => order[MethodOf(found.TestMethod)]).ToList())
            .OrderBy(cases => order[MethodOf(cases[0].TestMethod)]);
        foreach (var collection in collections)
        {
            Execute(collection);
            while (_failure is { } first)
            {
                // A test that failed because the machine is busy passes now.
                _failure = null;
                Execute([.. collection.Where(found => MethodOf(found.TestMethod) == first.Method)]);
                if (_failure is { } second)
                {
                    Write([$"{Killed}\t{second.Method}: {second.Message}"]);
                    return;
                }

                // The first failure ended the run of this collection.
                collection.RemoveAll(found => order[MethodOf(found.TestMethod)] <= order[first.Method]);
                Execute(collection);
            }
        }

        Write([Survived]);
    }

    private List<List<IXunitTestCase>> Discover(IEnumerable<string> classes)
    {
        using var discoverer = _framework.GetDiscoverer(Reflector.Wrap(Assembly.GetEntryAssembly()!));
        foreach (var name in classes)
        {
            _isDone.Reset();
            discoverer.Find(name, includeSourceInformation: false, this, new Options());

            // The runner of xunit reports completion by a message on a thread of its own, and has no task to await. This thread has nothing else to do.
            _isDone.Wait();
        }

        return [.. _cases.GroupBy(found => found.TestMethod.TestClass.TestCollection.DisplayName).Select(collection => collection.ToList())];
    }

    private void Execute(List<IXunitTestCase> cases)
    {
        if (cases.Count == 0)
        {
            return;
        }

        using var executor = _framework.GetExecutor(Assembly.GetEntryAssembly()!.GetName());
        _isDone.Reset();
        executor.RunTests(cases, this, new Options());

        // As in Discover: the runner has no task to await.
        _isDone.Wait();
        _limit = null;
    }

    private void Start(string method)
    {
        if (_limits.TryGetValue(method, out var limit))
        {
            _limit = new Limit(method, Volatile.Read(ref _ticks) + limit);
        }
    }

    private bool Fail(ITestMethodMessage message, IFailureInformation failure)
    {
        RecordOf(message).IsUsable = false;
        _failure ??= (MethodOf(message), failure.Messages.FirstOrDefault()?.ReplaceLineEndings(" ") ?? string.Empty);
        return !_stopsAtFailure;
    }

    private TestRecord RecordOf(ITestMethodMessage message)
    {
        var method = MethodOf(message);
        if (!_records.TryGetValue(method, out var record))
        {
            _records.Add(method, record = new TestRecord());
        }

        return record;
    }

    private void TakeReached(TestRecord record)
    {
        foreach (var number in _reached.Keys)
        {
            record.Reached.Add(number);
            _reached.TryRemove(number, out _);
        }

        if (File.Exists(PartPath))
        {
            record.Reached.UnionWith(File.ReadLines(PartPath).Select(line => int.Parse(line, CultureInfo.InvariantCulture)));
            File.Delete(PartPath);
        }
    }

    // A test that never ends cannot be stopped: the parent process ends this one. This thread sleeps, because a timer would need the thread pool, which such a
    // test may occupy. Time is counted in ticks that need processor time, so that they take longer on a busy machine, as the test does.
    private void WatchLimits()
    {
        while (true)
        {
            Thread.Sleep(Tick);
            Thread.SpinWait(TickWork);
            if (_limit is { } limit && Interlocked.Increment(ref _ticks) > limit.End)
            {
                Write([$"{TimedOut}\t{limit.Method}"]);
                return;
            }
        }
    }

    private void Write(IEnumerable<string> lines)
    {
        File.WriteAllLines(_output + ".part", lines);
        File.Move(_output + ".part", _output, overwrite: true);
    }

    private sealed record Limit(string Method, int End);

    private sealed class TestRecord
    {
        public TimeSpan Time { get; set; }

        /// <summary>Whether it passes when no mutant is active.</summary>
        public bool IsUsable { get; set; } = true;

        public HashSet<int> Reached { get; } = [];
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new()
        {
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}

using System.Diagnostics;
using System.Globalization;
using EppClient.Bulk;
using EppClient.PostgreSql;
using EppClient.Sqlite;
using EppClient.Stores.Tests.Servers;
using EppClient.TestHelper.Bulk;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>A process that runs a job; see EppClient.TestHelper.</summary>
internal sealed class JobProcess : IDisposable
{
    private readonly Process _process;

    /// <param name="house">The store of the job.</param>
    /// <param name="world">The registry.</param>
    /// <param name="what">The task for its rows: <c>check</c>, <c>nameservers</c> or <c>hosts</c>.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="connectionString">The connection string of this process. Default: the shared one.</param>
    /// <param name="secondsAhead">The number of seconds by which its clock is ahead.</param>
    public JobProcess(StoreFixture house, BulkFixture world, string what, int rows, string? connectionString = null, int secondsAhead = 0)
    {
        var authority = Path.Combine(house.Folder, "ca.pem");
        if (!File.Exists(authority))
        {
            File.WriteAllText(authority, world.Registry.Server.ExportCaPem());
        }

        _process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "EppClient.TestHelper.dll"),
            "bulk",
            house.Kind == StoreKind.Sqlite ? "sqlite" : "postgres",
            house.Kind == StoreKind.Sqlite ? house.SqlitePath : connectionString ?? house.ConnectionString!,
            what,
            rows.ToString(CultureInfo.InvariantCulture),
            world.Registry.Port.ToString(CultureInfo.InvariantCulture),
            authority,
            world.Registry.User,
            world.Registry.Password,
            secondsAhead.ToString(CultureInfo.InvariantCulture),
        ])
        {
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, output) =>
        {
            if (output.Data?.StartsWith(BulkWork.MemoryLine, StringComparison.Ordinal) is true)
            {
                PeakMemory = long.Parse(output.Data[BulkWork.MemoryLine.Length..], CultureInfo.InvariantCulture);
            }
        };
        _process.BeginOutputReadLine();
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Its peak memory, in KiB; 0 if the system does not report it.</summary>
    public long PeakMemory
    {
        get => _process.HasExited ? field : BulkWork.PeakMemoryOf(_process.Id.ToString(CultureInfo.InvariantCulture));
        private set;
    }

    public Task WaitForExitAsync() => _process.WaitForExitAsync();

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: it is paused, and its connections stay open.</summary>
    public void Stop() => Signal("-STOP");

    /// <summary>SIGCONT: it resumes.</summary>
    public void Continue() => Signal("-CONT");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>Requires that each row is done, and counts the rows whose name is registered and the others.</summary>
    public static async Task<(int Taken, int Free)> RequireDoneAsync(StoreFixture house, string what, int rows, string? connectionString = null)
    {
        await using var other = connectionString is null ? null : await EppPostgresDatabase.OpenAsync(connectionString);
        IEppBulkStore store = house.Kind == StoreKind.Sqlite
            ? new EppSqliteBulkStore(await house.OpenSqliteAsync(), what)
            : new EppPostgresBulkStore(other ?? await house.OpenPostgresAsync(), what);
        var (number, taken) = (0, 0);
        await foreach (var result in store.ReadResultsAsync(default))
        {
            number++;
            if (result.Number != number || result.Key != $"{number}" || result.State != EppBulkRowState.Done)
            {
                result.Should().BeNull("each row is done, in order, and {0} is not: {1}", number, result.Message);
            }

            taken += result.Value?.StartsWith("unavailable", StringComparison.Ordinal) == true ? 1 : 0;
        }

        number.Should().Be(rows);
        return (taken, number - taken);
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        kill.ExitCode.Should().Be(0);
    }
}

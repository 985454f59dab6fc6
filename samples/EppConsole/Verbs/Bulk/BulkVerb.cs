using System.CommandLine;
using EppClient;
using EppClient.Bulk;
using EppClient.Dk;
using EppClient.Sqlite;
using EppConsole.Connecting;
using EppConsole.Help;
using EppConsole.Output;

namespace EppConsole.Verbs.Bulk;

/// <summary>Processes a file of rows. A second run continues where the first one stopped.</summary>
internal sealed class BulkVerb
{
    private const string Description =
        """
        Send a command for each row of a CSV file, exactly once

        The first line of the file names the columns. Run again after an interruption
        or a crash, it continues; nothing is done twice.

        check         domain
        nameservers   domain, nameservers (all of them, separated by blanks)
        renew         domain, years, expires (yyyy-mm-dd; both may be missing)
        contacts      contact, and any of email, voice, fax
        takeover      domain, token (.dk)
        autorenew     domain, autorenew with on or off (.dk)
        """;

    private readonly Argument<string> _file = new("FILE") { Description = "The CSV file" };
    private readonly Option<string> _job = new("--job") { Description = "The task for its rows", Required = true, HelpName = "JOB" };
    private readonly Option<string?> _store = new("--store") { Description = "The file of the job's state (FILE.db)", HelpName = "FILE" };
    private readonly Option<string?> _results = new("--results") { Description = "The file of results (FILE.results.csv)", HelpName = "FILE" };
    private readonly Option<string?> _key = new("--key") { Description = "The column with the key of a row (default: the line number)", HelpName = "COLUMN" };
    private readonly Option<int> _sessions = new("--sessions") { Description = "How many sessions to use", DefaultValueFactory = _ => 4, HelpName = "COUNT" };
    private readonly Option<string?> _sponsor = new("--sponsor") { Description = "The account's handle, such as REG-100001; takeover needs it", HelpName = "HANDLE" };
    private readonly Option<bool> _again = new("--retry-failed") { Description = "Retry failed rows" };

    private BulkVerb() => _job.AcceptOnlyFromAmong("check", "nameservers", "renew", "contacts", "takeover", "autorenew");

    public static Command Create(VerbRunner runner)
    {
        var verb = new BulkVerb();
        var command = new VerbCommand("bulk", Description)
        {
            Examples = ["epp bulk domains.csv --job check", "epp bulk transfers.csv --job takeover --sponsor REG-100001 --key domain"],
        };
        command.Add(verb._file);
        foreach (var option in (Option[])[verb._job, verb._store, verb._results, verb._key, verb._sessions, verb._sponsor, verb._again])
        {
            command.Add(option);
        }

        command.SetAction(runner.Working(verb.Change, verb.RunAsync));
        return command;
    }

    private EppOptions Change(ParseResult parsed, EppOptions options) => options with
    {
        Pool = options.Pool with
        {
            MaxSessions = parsed.GetValue(_sessions) is var sessions and >= 1 and <= 1000 ? sessions : throw new UsageException("--sessions must be a number from 1 to 1000."),
        },
        SponsorId = parsed.GetValue(_sponsor),
    };

    private async Task<ExitCode> RunAsync(ParseResult parsed, EppSessionPool pool, Printer printer, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(_file);
        var rows = new CsvRows(file, parsed.GetValue(_key));
        var kind = parsed.GetRequiredValue(_job);
        var task = TaskOf(kind, pool.Options);
        await using var database = await EppSqliteDatabase.OpenAsync(parsed.GetValue(_store) ?? $"{file}.db", cancellationToken);
        var store = new EppSqliteBulkStore(database, $"{kind} {Path.GetFileName(file)}");
        if (parsed.GetValue(_again))
        {
            await store.RequeueAsync(EppBulkRowState.Failed, null, cancellationToken);
        }

        var results = parsed.GetValue(_results) ?? $"{file}.results.csv";
        try
        {
            var job = new EppBulkJob(pool, store, task);
            var end = await BulkProgress.ShowAsync(printer, progress => job.RunAsync(rows.ReadAsync(cancellationToken), progress, cancellationToken));
            printer.Print(new("done", end.Done), new("failed", end.Failed), new("unknown", end.Unknown), new("results", results));
            return end.Unknown > 0 ? ExitCode.UnknownOutcome : end.Failed > 0 ? ExitCode.Rejected : ExitCode.Success;
        }
        finally
        {
            await CsvResults.WriteAsync(results, store.ReadResultsAsync(CancellationToken.None));
        }
    }

    private static EppBulkTask TaskOf(string kind, EppOptions options)
    {
        var isDk = options.Profile.Name == DkProfile.Current.Name;
        return kind switch
        {
            "check" => EppBulkTasks.CheckDomains(options.Profile),
            "nameservers" => isDk ? DkBulkTasks.SetNameServers() : EppBulkTasks.ChangeNameServers(),
            "renew" => EppBulkTasks.Renew(),
            "contacts" => EppBulkTasks.UpdateContacts(),
            _ when !isDk => throw new UsageException($"--job {kind} is for .dk and needs --profile dk."),
            "autorenew" => DkBulkTasks.SetAutoRenew(),
            _ when options.SponsorId is null => throw new UsageException("--job takeover needs --sponsor, to determine the outcome of a row whose response is lost."),
            _ => DkBulkTasks.Transfer(),
        };
    }
}

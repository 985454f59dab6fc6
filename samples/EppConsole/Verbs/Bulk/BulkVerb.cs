using System.CommandLine;
using EppClient;
using EppClient.Bulk;
using EppClient.Dk;
using EppClient.Sqlite;
using EppConsole.Connecting;
using EppConsole.Output;

namespace EppConsole.Verbs.Bulk;

/// <summary>Works through a file of rows. Run again, it goes on where it was.</summary>
internal static class BulkVerb
{
    private const string Description =
        """
        Work through a CSV file whose first line names the columns. Run again after an
        interruption or a crash, it goes on; nothing is done twice.

        check         domain
        nameservers   domain, nameservers (all of them, separated by blanks)
        renew         domain, years, expires (yyyy-mm-dd; both may be missing)
        contacts      contact, and any of email, voice, fax
        takeover      domain, token (.dk)
        autorenew     domain, autorenew with on or off (.dk)
        """;

    private static readonly Argument<string> File = new("FILE") { Description = "The CSV file" };
    private static readonly Option<string> Job = new("--job") { Description = "What to do with its rows", Required = true };
    private static readonly Option<string?> Store = new("--store") { Description = "Where the job is kept (FILE.db)", HelpName = "FILE" };
    private static readonly Option<string?> Results = new("--results") { Description = "The file of results (FILE.results.csv)", HelpName = "FILE" };
    private static readonly Option<string?> Key = new("--key") { Description = "The column that names a row (the line's number)", HelpName = "COLUMN" };
    private static readonly Option<int> Sessions = new("--sessions") { Description = "How many sessions to use", DefaultValueFactory = _ => 4 };
    private static readonly Option<string?> Sponsor = new("--sponsor") { Description = "The account's handle, such as REG-100001; takeover needs it", HelpName = "HANDLE" };
    private static readonly Option<bool> Again = new("--retry-failed") { Description = "Try the rows again that have failed" };

    static BulkVerb() => Job.AcceptOnlyFromAmong("check", "nameservers", "renew", "contacts", "takeover", "autorenew");

    public static Command Create(VerbRunner runner)
    {
        var command = new Command("bulk", Description) { File, Job, Store, Results, Key, Sessions, Sponsor, Again };
        command.SetAction(runner.Working(Change, RunAsync));
        return command;
    }

    private static EppOptions Change(ParseResult parsed, EppOptions options) => options with
    {
        Pool = options.Pool with
        {
            MaxSessions = parsed.GetValue(Sessions) is var sessions and >= 1 and <= 1000 ? sessions : throw new UsageException("--sessions must be a number from 1 to 1000."),
        },
        SponsorId = parsed.GetValue(Sponsor),
    };

    private static async Task<ExitCode> RunAsync(ParseResult parsed, EppSessionPool pool, Printer printer, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(File);
        var rows = new CsvRows(file, parsed.GetValue(Key));
        var kind = parsed.GetRequiredValue(Job);
        var task = TaskOf(kind, pool.Options);
        await using var database = await EppSqliteDatabase.OpenAsync(parsed.GetValue(Store) ?? $"{file}.db", cancellationToken);
        var store = new EppSqliteBulkStore(database, $"{kind} {Path.GetFileName(file)}");
        if (parsed.GetValue(Again))
        {
            await store.ReopenAsync(EppBulkRowState.Failed, null, cancellationToken);
        }

        var results = parsed.GetValue(Results) ?? $"{file}.results.csv";
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
            _ when !isDk => throw new UsageException($"--job {kind} is for .dk: it needs --profile dk."),
            "autorenew" => DkBulkTasks.SetAutoRenew(),
            _ when options.SponsorId is null => throw new UsageException("--job takeover needs --sponsor, so that a row whose answer is lost can be settled."),
            _ => DkBulkTasks.TakeOver(),
        };
    }
}

using System.Globalization;
using EppClient.Bulk;
using EppConsole.Output;
using Spectre.Console;

namespace EppConsole.Verbs.Bulk;

/// <summary>Shows the progress of a job: a bar on a terminal, otherwise one line for each report, in order.</summary>
internal static class BulkProgress
{
    public static Task<EppBulkProgress> ShowAsync(Printer printer, Func<IProgress<EppBulkProgress>, Task<EppBulkProgress>> run) =>
        printer.Canvas is { } terminal ? DrawAsync(terminal, run) : run(new Lines(printer));

    private static Task<EppBulkProgress> DrawAsync(IAnsiConsole terminal, Func<IProgress<EppBulkProgress>, Task<EppBulkProgress>> run) =>
        terminal.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => run(new Bar(context.AddTask("0 done"))));

    private sealed class Lines(Printer printer) : IProgress<EppBulkProgress>
    {
        public void Report(EppBulkProgress value) => printer.Print(new Field("progress", value.ToString()));
    }

    private sealed class Bar(ProgressTask task) : IProgress<EppBulkProgress>
    {
        public void Report(EppBulkProgress value)
        {
            // The total is unknown while the input is being read.
            task.IsIndeterminate = value.Total is null;
            task.MaxValue = Math.Max(value.Total ?? value.Loaded, 1);
            task.Value = value.Ended;
            task.Description = string.Create(CultureInfo.InvariantCulture, $"{value.Done} done{Some(value.Failed, "failed")}{Some(value.Unknown, "unknown")}, {value.Rate:0.#}/s")
                + (value.TimeLeft is { } left ? string.Create(CultureInfo.InvariantCulture, $", {(int)left.TotalHours:00}:{left.Minutes:00}:{left.Seconds:00} left") : string.Empty);
        }

        private static string Some(long count, string what) => count == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {count} {what}");
    }
}

using System.Globalization;
using EppClient;
using Spectre.Console;

namespace EppConsole.Output;

/// <summary>Prints the results of verbs: tables for people or, with --json, one document per line for programs.</summary>
internal sealed class Printer(TextWriter output, TextWriter error, bool json)
{
    private readonly IAnsiConsole _console = Terminal.On(output);
    private readonly IAnsiConsole _errors = Terminal.On(error);

    /// <summary>The console for content that changes in place; null if only lines can be written: to files, for programs, or if colors are disabled.</summary>
    public IAnsiConsole? Canvas => !json && Terminal.MayDraw(output) ? _console : null;

    /// <summary>Prints one object.</summary>
    public void Print(params IReadOnlyList<Field> fields)
    {
        if (json)
        {
            output.WriteLine(JsonLine.Of(fields));
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var field in fields.Where(field => !field.IsEmpty))
        {
            grid.AddRow(new Text(field.Name, Terminal.Faint), new Text(field.Lines));
        }

        Terminal.Write(_console, output, grid);
    }

    /// <summary>Prints several objects of one kind.</summary>
    public void PrintTable(IEnumerable<IReadOnlyList<Field>> rows)
    {
        if (json)
        {
            foreach (var row in rows)
            {
                output.WriteLine(JsonLine.Of(row));
            }

            return;
        }

        List<IReadOnlyList<Field>> all = [.. rows];
        if (all is not [var first, ..])
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var field in first)
        {
            var column = new TableColumn(new Text(field.Name, Terminal.Faint));
            table.AddColumn(table.Columns.Count == 0 ? column.NoWrap() : column);
        }

        foreach (var row in all)
        {
            table.AddRow(row.Select(field => new Text(field.Lines)));
        }

        Terminal.Write(_console, output, table);
    }

    /// <summary>Prints the registry's response, with the data that its support needs.</summary>
    public void Response(EppResponse response, params IReadOnlyList<Field> fields)
    {
        Print(
        [
            .. fields,
            new("code", response.Code.Value),
            new("message", response.Message),
            new("clTRID", response.ClientTransactionId),
            new("svTRID", response.ServerTransactionId),
            new("odd", response.ReadDiagnostics is { Count: > 0 } odd ? odd.Select(diagnostic => diagnostic.ToString()).ToList() : null),
        ]);
        if (!json && response.MessageQueue is { Count: > 0 } queue)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{queue.Count} messages are waiting in the queue: read them with poll."));
        }
    }

    /// <summary>Prints an XML document.</summary>
    public void PrintXml(string xml)
    {
        if (json)
        {
            output.WriteLine(JsonLine.Of([new("xml", xml)]));
        }
        else
        {
            output.WriteLine(xml);
        }
    }

    /// <summary>Prints text unchanged, for other programs.</summary>
    public void PrintText(string text) => output.WriteLine(text);

    /// <summary>Prints an empty line between objects; JSON needs none.</summary>
    public void Separate()
    {
        if (!json)
        {
            output.WriteLine();
        }
    }

    /// <summary>Prints a failure: for people on the error stream, for programs as a JSON document.</summary>
    public void Failure(ExitCode exitCode, string text, Exception? failure)
    {
        if (Terminal.IsSeen(error))
        {
            _errors.Write(new Text(text + Environment.NewLine, Terminal.Alarm));
        }
        else
        {
            // Programs search it for words, which a line break must not split.
            error.WriteLine(text);
        }

        if (json)
        {
            var rejection = failure as EppCommandException;
            output.WriteLine(JsonLine.Of(
            [
                new("error", text),
                new("exitCode", (int)exitCode),
                new("code", rejection?.Code.Value),
                new("reasons", rejection?.Results.SelectMany(result => result.Values).Select(value => value.Reason).OfType<string>().ToList()),
                new("delivery", (failure as EppException)?.Delivery.ToString()),
                new("clTRID", rejection?.ClientTransactionId ?? (failure as EppOutcomeUnknownException)?.ClientTransactionId),
                new("svTRID", rejection?.ServerTransactionId),
            ]));
        }
    }
}

using System.Globalization;
using EppClient;
using Spectre.Console;

namespace EppConsole.Output;

/// <summary>Prints what verbs find: tables for people, with --json one document a line for programs.</summary>
internal sealed class Printer(TextWriter output, TextWriter error, bool json)
{
    private readonly IAnsiConsole _console = Terminal.On(output);
    private readonly IAnsiConsole _errors = Terminal.On(error);

    /// <summary>Where to draw what changes in place; null where lines do: in files, for programs, and where a person wants no colour.</summary>
    public IAnsiConsole? Canvas => !json && Terminal.MayDraw(output) ? _console : null;

    /// <summary>Something that was found.</summary>
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

        _console.Write(grid);
    }

    /// <summary>Several things of one kind.</summary>
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

        _console.Write(table);
    }

    /// <summary>The registry's response: what support asks for.</summary>
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
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{queue.Count} messages wait in the queue: read them with poll."));
        }
    }

    /// <summary>A document as it is.</summary>
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

    /// <summary>Text as it is, for other programs.</summary>
    public void PrintText(string text) => output.WriteLine(text);

    /// <summary>A line between the things found; in JSON the documents' own ends do.</summary>
    public void Separate()
    {
        if (!json)
        {
            output.WriteLine();
        }
    }

    /// <summary>What went wrong: to people on the error stream, to programs as a document like the others.</summary>
    public void Failure(ExitCode exitCode, string text, Exception failure)
    {
        if (Terminal.IsSeen(error))
        {
            _errors.Write(new Text(text + Environment.NewLine, Terminal.Alarm));
        }
        else
        {
            // Programs look for words in it, which a line's end must not part.
            error.WriteLine(text);
        }

        if (json)
        {
            output.WriteLine(JsonLine.Of(
            [
                new("error", text),
                new("type", failure.GetType().Name),
                new("exitCode", (int)exitCode),
                new("code", (failure as EppCommandException)?.Code.Value),
                new("delivery", (failure as EppException)?.Delivery.ToString()),
            ]));
        }
    }
}

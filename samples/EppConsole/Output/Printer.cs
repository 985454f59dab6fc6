using System.Globalization;
using EppClient;
using EppClient.Protocol;

namespace EppConsole.Output;

/// <summary>Prints what verbs find: for people line by line, with --json one document a line.</summary>
internal sealed class Printer(TextWriter output, TextWriter error, bool json)
{
    private const int NameWidth = 18;

    /// <summary>Something that was found.</summary>
    public void Print(params IReadOnlyList<Field> fields)
    {
        if (json)
        {
            output.WriteLine(JsonLine.Of(fields));
            return;
        }

        foreach (var field in fields.Where(field => !field.IsEmpty))
        {
            output.WriteLine($"{field.Name.PadRight(NameWidth)} {field.Text}");
        }
    }

    /// <summary>The registry's answer: what support asks for.</summary>
    public void Answer(EppResponse response, params IReadOnlyList<Field> fields)
    {
        Print([.. fields, new("code", response.Code.Value), new("message", response.Message), new("clTRID", response.ClientTransactionId), new("svTRID", response.ServerTransactionId)]);
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
        error.WriteLine(text);
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

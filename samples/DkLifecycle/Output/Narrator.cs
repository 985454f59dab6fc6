using System.Collections.Concurrent;
using System.Globalization;
using DkLifecycle.Targets;
using EppClient;
using EppClient.Dk;

namespace DkLifecycle.Output;

/// <summary>Tells the play: what was sent, what the registry answered, and what that means for the customer.</summary>
internal sealed class Narrator(TextWriter output)
{
    private const int Width = 80;
    private const int MeaningColumn = 36;

    private readonly ConcurrentQueue<EppWireMessage> _frames = new();
    private int _steps;

    /// <summary>Keeps a message of the wire, to be shown below the step that it belongs to.</summary>
    public void Frame(EppWireMessage message) => _frames.Enqueue(message);

    public void Opening(ITarget target)
    {
        output.WriteLine("The life of a .dk domain, as its registrar lives it");
        output.WriteLine();
        var name = DkDomainName.From(target.Domain);
        output.WriteLine($"  Registry  {target.Description}");
        output.WriteLine(name.Ascii == name.Unicode ? $"  Domain    {name.Unicode}" : $"  Domain    {name.Unicode} (in DNS: {name.Ascii})");
    }

    public void Act(string title)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++_steps}. {title}"));
    }

    /// <summary>A command, the registry's code, and what it means.</summary>
    public void Step(string sent, EppResponse response, string meaning) => Step(sent, response.Code.ToString(), meaning);

    /// <summary>Something that happens without an answer of its own.</summary>
    public void Step(string sent, string meaning) => Step(sent, string.Empty, meaning);

    /// <summary>A call that sent several commands, or none: a meaning for each; the last one serves for those that are left.</summary>
    public void Steps(string call, DkStateChange change, params ReadOnlySpan<string> meanings)
    {
        if (!change.IsChange)
        {
            Step(call, "Nothing had to be changed, and nothing was sent.");
        }

        for (var i = 0; i < change.Responses.Count; i++)
        {
            Step(call, change.Responses[i], meanings[Math.Min(i, meanings.Length - 1)]);
        }
    }

    /// <summary>What was refused: by the registry with its code, or before anything was sent.</summary>
    public void Refused(string call, DkRefusal refusal) =>
        Step(call, refusal.Response?.Code.ToString() ?? string.Empty, $"Refused ({refusal.Reason}{(refusal.IsLocal ? ", nothing was sent" : string.Empty)}). {refusal.Explanation}");

    /// <summary>What an act has cost.</summary>
    public void Cost(decimal amount, decimal left, int commands) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  = {Text.Amount(amount)} in {commands} commands; {Text.Amount(left)} left on our account."));

    /// <summary>Something that cannot be shown on this stage.</summary>
    public void Skipped(string what, string reason) => Step(what, "skip", reason);

    /// <summary>What happens off stage, such as time that passes.</summary>
    public void Aside(string text) => Print($"  ~ {text}", indent: 4);

    public void Ending(int commands)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"That was a life in {commands} commands."));
        Flush();
    }

    /// <summary>Shows what is left of the wire.</summary>
    public void Flush()
    {
        while (_frames.TryDequeue(out var frame))
        {
            output.WriteLine(frame.IsSent ? "    >> to the registry" : "    << from the registry");
            foreach (var line in frame.Xml.Split('\n'))
            {
                output.WriteLine($"       {line}");
            }
        }
    }

    private void Step(string sent, string code, string meaning)
    {
        Print($"  {sent,-28} {code,-4} {meaning}", MeaningColumn);
        Flush();
    }

    private void Print(string text, int indent)
    {
        foreach (var line in TextWrap.Wrap(text, Width - 1, indent))
        {
            output.WriteLine(line);
        }
    }
}

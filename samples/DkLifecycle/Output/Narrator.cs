using System.Collections.Concurrent;
using System.Globalization;
using DkLifecycle.Targets;
using EppClient;
using EppClient.Dk;

namespace DkLifecycle.Output;

/// <summary>Tells the story: what was sent, how the registry responded, and what that means for the customer.</summary>
internal sealed class Narrator(TextWriter output)
{
    private const int Width = 80;
    private const int MeaningColumn = 36;

    private readonly ConcurrentQueue<EppWireMessage> _frames = new();
    private int _steps;

    /// <summary>Keeps a wire message, to show it below the step to which it belongs.</summary>
    public void Frame(EppWireMessage message) => _frames.Enqueue(message);

    public void Opening(ITarget target)
    {
        output.WriteLine("The life of a .dk domain, as its registrar sees it");
        output.WriteLine();
        var name = EppDomainName.From(target.Domain);
        output.WriteLine($"  Registry  {target.Description}");
        output.WriteLine(name.Ascii == name.Unicode ? $"  Domain    {name.Unicode}" : $"  Domain    {name.Unicode} (in DNS: {name.Ascii})");
    }

    public void Act(string title)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{++_steps}. {title}"));
    }

    /// <summary>Shows a command, the registry's code, and what it means.</summary>
    public void Step(string sent, EppResponse response, string meaning) => Step(sent, response.Code.ToString(), meaning);

    /// <summary>Shows an event without a response of its own.</summary>
    public void Step(string sent, string meaning) => Step(sent, string.Empty, meaning);

    /// <summary>Shows a call that sent several commands, or none: one meaning for each; the last one is used for the remaining commands.</summary>
    public void Steps(string call, DkStateChange change, params ReadOnlySpan<string> meanings)
    {
        if (!change.IsChange)
        {
            Step(call, "No change was needed, and nothing was sent.");
        }

        for (var i = 0; i < change.Responses.Count; i++)
        {
            Step(call, change.Responses[i], meanings[Math.Min(i, meanings.Length - 1)]);
        }
    }

    /// <summary>Shows a refusal: by the registry with its code, or before anything was sent.</summary>
    public void Refused(string call, DkRefusal refusal) =>
        Step(call, refusal.Response?.Code.ToString() ?? string.Empty, $"Refused ({refusal.Reason}{(refusal.IsLocal ? ", nothing was sent" : string.Empty)}). {refusal.Explanation}");

    /// <summary>Shows the cost of a step.</summary>
    public void Cost(decimal amount, decimal left, int commands) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  = {Text.Amount(amount)} in {commands} commands; {Text.Amount(left)} left on our account."));

    /// <summary>Shows a step that is not possible with this registry.</summary>
    public void Skipped(string what, string reason) => Step(what, "skip", reason);

    /// <summary>Shows an event between the steps, such as time that passes.</summary>
    public void Aside(string text) => Print($"  ~ {text}", indent: 4);

    public void Ending(int commands)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"That was the life of a domain, in {commands} commands."));
        Flush();
    }

    /// <summary>Shows the remaining wire messages.</summary>
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

using System.Text.RegularExpressions;
using EppClient.Commands.Poll;
using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>One kind of message: what it is about, its text, and what event it becomes.</summary>
internal sealed class PollEntry
{
    private readonly Func<PollFinding, DkPollEvent> _read;

    private PollEntry(DkPollObject about, string text, string eventName, Func<PollFinding, DkPollEvent> read)
    {
        Object = about;
        Template = new PollTemplate(text);
        EventName = eventName;
        _read = read;
    }

    public DkPollObject Object { get; }

    public PollTemplate Template { get; }

    public string EventName { get; }

    public static PollEntry For<TEvent>(DkPollObject about, string text, Func<PollFinding, TEvent> read)
        where TEvent : DkPollEvent => new(about, text, typeof(TEvent).Name, read);

    public DkPollEvent Read(PollFinding finding) => _read(finding);
}

/// <summary>A message whose text was recognised.</summary>
/// <param name="Message">The message.</param>
/// <param name="Match">What the text has in place of the names in braces.</param>
/// <param name="Subject">The object, from the payload where there is one.</param>
/// <param name="Outcome">The outcome of a command, if it is one.</param>
internal sealed record PollFinding(PollMessage Message, Match Match, string? Subject, IEppPendingActionResult? Outcome)
{
    public string this[string name] => Match.Groups[name].Value;

    public DkVerificationResponsible? Responsible => Match.Groups["responsible"] is { Success: true, Value: var word } ? DkVerificationResponsible.From(word.ToLowerInvariant()) : null;
}

namespace EppClient.Dk;

/// <summary>What a poll message is about.</summary>
public enum DkPollObject
{
    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A domain.</summary>
    Domain,

    /// <summary>A host.</summary>
    Host,
}

/// <summary>A kind of poll message that the registry has published.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Text">Its text, with names in braces for what differs.</param>
/// <param name="Event">The name of the event's type.</param>
public sealed record DkPollKind(DkPollObject About, string Text, string Event)
{
    /// <summary>All kinds, those before 2026-03-11 included.</summary>
    public static IReadOnlyList<DkPollKind> All { get; } = [.. PollCatalogue.Entries.Select(entry => new DkPollKind(entry.Object, entry.Template.Text, entry.EventName))];
}

using System.Text.RegularExpressions;
using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Determines the kind of a message: the object from the payload, and the kind from the text.</summary>
internal static class PollReader
{
    private static readonly string[] SubjectNames = ["name", "id", "host"];

    public static DkPollEvent Read(PollMessage message, string? account)
    {
        var (about, payloadSubject) = PayloadOf(message);
        var outcome = message.Data.OfType<IEppPendingActionResult>().FirstOrDefault();
        foreach (var entry in PollCatalogue.Entries.Where(entry => about is null || entry.Object == about))
        {
            var match = entry.Template.Match(message.Text);

            // One text is used for contacts and domains; without a payload, the form of the name decides.
            if (match.Success && (about is not null || IsPlausible(entry.Object, SubjectOf(match))))
            {
                // The registry's own examples have one domain in the text and another in the payload.
                return entry.Read(new PollFinding(message, match, payloadSubject ?? SubjectOf(match), outcome));
            }
        }

        return ReadPayload(message, payloadSubject, outcome, account);
    }

    public static DkRiskAssessment? RiskOf(PollMessage message) => message.Response.Extension<DkPollResult>()?.RiskAssessment;

    private static DkPollEvent ReadPayload(PollMessage message, string? subject, IEppPendingActionResult? outcome, string? account)
    {
        if (message.DataAs<DomainTransferResult>() is { } transfer)
        {
            var requester = Readable(() => transfer.RequestingClientId);
            bool? isGain = account is null || requester is null ? null : string.Equals(account, requester, StringComparison.OrdinalIgnoreCase);
            return new DkPortfolioChanged { Message = message, Subject = subject, Transfer = transfer, IsGain = isGain };
        }

        return outcome is null
            ? new DkUnknownEvent { Message = message, Subject = subject }
            : new DkActionDecided { Message = message, Subject = subject, Outcome = outcome };
    }

    private static (DkPollObject? About, string? Subject) PayloadOf(PollMessage message) => (message.Data is [var first, ..] ? first : null) switch
    {
        DomainInfoResult domain => (DkPollObject.Domain, Readable(() => domain.Name)),
        DomainPendingActionResult domain => (DkPollObject.Domain, Readable(() => domain.Name)),
        DomainTransferResult domain => (DkPollObject.Domain, Readable(() => domain.Name)),
        ContactInfoResult contact => (DkPollObject.Contact, Readable(() => contact.Id)),
        ContactPendingActionResult contact => (DkPollObject.Contact, Readable(() => contact.Id)),
        HostInfoResult host => (DkPollObject.Host, Readable(() => host.Name)),
        HostPendingActionResult host => (DkPollObject.Host, Readable(() => host.Name)),
        _ => (null, null),
    };

    /// <summary>Reads a member of the payload; null if the registry omitted it, so that the text of the message is used.</summary>
    internal static string? Readable(Func<string> member)
    {
        try
        {
            return member();
        }
        catch (EppUnreadableMemberException)
        {
            return null;
        }
    }

    private static string? SubjectOf(Match match) => SubjectNames.Select(name => match.Groups[name]).FirstOrDefault(group => group.Success)?.Value;

    private static bool IsPlausible(DkPollObject about, string? subject) =>
        subject is null || (about == DkPollObject.Contact) != subject.Contains('.', StringComparison.Ordinal);
}

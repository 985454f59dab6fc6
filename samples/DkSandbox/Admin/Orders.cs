namespace DkSandbox.Admin;

/// <summary>How far the clock moves.</summary>
internal sealed record ClockMove(double Days = 0, double Hours = 0, double Minutes = 0)
{
    public TimeSpan Time => TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
}

/// <summary>The outcome of a check of identity: <c>passed</c>, <c>failed</c>, or <c>cancelled</c> by the registry.</summary>
internal sealed record CheckEnd(string Outcome);

/// <summary>A bounced mail, with the registry's keyword for the cause.</summary>
internal sealed record Bounce(string Reason = "failed", bool Secondary = false);

/// <summary>A person's response.</summary>
internal sealed record ConsentResponse(string Person, string Subject, bool Accepted);

/// <summary>Whether the registry is to shut down.</summary>
internal sealed record ShutdownOrder(bool On);

/// <summary>The next fault: a member of EppServerFault, or <c>fail</c> for a 2400 response.</summary>
internal sealed record FaultOrder(string Fault);

/// <summary>A deposit into an account.</summary>
internal sealed record Deposit(decimal Amount);

/// <summary>The registry's action on a domain: <c>block</c>, <c>unblock</c>, <c>invoice</c>, <c>pay</c>, <c>suspend</c> or <c>keep</c>.</summary>
internal sealed record DomainOrder(string Action);

/// <summary>An offer to a contact on a waiting list.</summary>
internal sealed record OfferOrder(string Name, string Owner, string Code);

/// <summary>A token that a registrant created.</summary>
internal sealed record TokenView(string Token);

/// <summary>Why a request was refused.</summary>
internal sealed record Refusal(string Error);

/// <summary>A registrar's endpoint for fast-track transfers; without a URL the registrar opts out.</summary>
internal sealed record FastTrackOrder(string? Url, string? ApiKey);

/// <summary>A registrant's consent to a fast-track transfer.</summary>
internal sealed record TransferOrder(string Registrar, IReadOnlyList<string> Domains);

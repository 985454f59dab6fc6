namespace DkSandbox.Admin;

/// <summary>How far the clock moves.</summary>
internal sealed record ClockMove(double Days = 0, double Hours = 0, double Minutes = 0)
{
    public TimeSpan Time => TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
}

/// <summary>How a check of identity ends: <c>passed</c>, <c>failed</c>, or <c>cancelled</c> by the registry.</summary>
internal sealed record CheckEnd(string Outcome);

/// <summary>Mail that comes back, with the registry's word for why.</summary>
internal sealed record Bounce(string Reason = "failed", bool Secondary = false);

/// <summary>A person's answer.</summary>
internal sealed record ConsentResponse(string Person, string Subject, bool Accepted);

/// <summary>Whether the registry shuts down.</summary>
internal sealed record ShutdownOrder(bool On);

/// <summary>What shall go wrong next: a member of EppServerFault, or <c>fail</c> for an answer 2400.</summary>
internal sealed record FaultOrder(string Fault);

/// <summary>Money for an account.</summary>
internal sealed record Deposit(decimal Amount);

/// <summary>What the registry does with a domain: <c>block</c>, <c>unblock</c>, <c>invoice</c>, <c>pay</c>, <c>suspend</c> or <c>keep</c>.</summary>
internal sealed record DomainOrder(string Action);

/// <summary>An offer to somebody on a waiting list.</summary>
internal sealed record OfferOrder(string Name, string Owner, string Code);

/// <summary>A token that a registrant made.</summary>
internal sealed record TokenView(string Token);

/// <summary>Why something was not done.</summary>
internal sealed record Refusal(string Error);

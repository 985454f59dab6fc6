namespace EppClient.Dk.Testing;

/// <summary>An application for a domain name that passed the first checks and waits to be processed.</summary>
public sealed record DkApplication
{
    /// <summary>13 digits, date and running number.</summary>
    public required string TrackingNumber { get; init; }

    /// <summary>What will be registered.</summary>
    public required DkDomainRecord Domain { get; init; }

    /// <summary>The account that pays.</summary>
    public required string Account { get; init; }

    /// <summary>What it costs.</summary>
    public required decimal Price { get; init; }

    /// <summary>The command.</summary>
    public required DkInitiator Initiator { get; init; }

    /// <summary>Whether the registrant stands under another handling model than the domain.</summary>
    public bool HasMismatchedHandling { get; init; }
}

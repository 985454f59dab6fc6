namespace EppClient.Dk.Testing;

/// <summary>An application for a domain that passed the first checks and waits for processing.</summary>
public sealed record DkApplication
{
    /// <summary>The tracking number: 13 digits, date and sequence number.</summary>
    public required string TrackingNumber { get; init; }

    /// <summary>The domain to register.</summary>
    public required DkDomainRecord Domain { get; init; }

    /// <summary>The account that pays.</summary>
    public required string Account { get; init; }

    /// <summary>The price.</summary>
    public required decimal Price { get; init; }

    /// <summary>The command.</summary>
    public required DkInitiator Initiator { get; init; }

    /// <summary>Whether the registrant is under another handling model than the domain.</summary>
    public bool HasMismatchedHandling { get; init; }
}

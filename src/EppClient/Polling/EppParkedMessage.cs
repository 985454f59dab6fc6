namespace EppClient.Polling;

/// <summary>A message whose handler failed too often, taken from the registry's queue so that the others go on.</summary>
public sealed record EppParkedMessage
{
    /// <summary>Which message it is.</summary>
    public required EppPollKey Key { get; init; }

    /// <summary>When it was parked.</summary>
    public required DateTimeOffset ParkedAt { get; init; }

    /// <summary>How often its handler was tried.</summary>
    public required int Tries { get; init; }

    /// <summary>Why the last try failed: the type and the text of the exception.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The registry's whole response, in UTF-8. May hold personal data and authorization information. Read it with
    /// <see cref="Commands.Poll.PollMessage.Read"/>. Empty where the message came from a client that does not keep documents.
    /// </summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The message and the number of tries; never its content.</summary>
    public override string ToString() => $"{Key}, parked after {Tries} tries";
}

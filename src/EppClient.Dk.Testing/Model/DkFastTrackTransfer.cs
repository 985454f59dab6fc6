using System.Net;

namespace EppClient.Dk.Testing;

/// <summary>A fast-track transfer that a registrant started in self-service: its consent, and how the registrar's endpoint responded.</summary>
/// <remarks>The domains are transferred only when the registrar sends <c>domain:transfer</c> with their tokens.</remarks>
public sealed record DkFastTrackTransfer
{
    /// <summary>The handle of the registrant.</summary>
    public required string Registrant { get; init; }

    /// <summary>The handle of the registrar that the registrant chose.</summary>
    public required string Registrar { get; init; }

    /// <summary>The domains that the registrant chose.</summary>
    public required IReadOnlyList<EppDomainName> Domains { get; init; }

    /// <summary>When the registrant consented that its data and the tokens are sent to the registrar.</summary>
    public required DateTimeOffset ConsentGranted { get; init; }

    /// <summary>The address from which the registrant consented.</summary>
    public required IPAddress ConsentAddress { get; init; }

    /// <summary>The outcome.</summary>
    public required DkFastTrackOutcome Outcome { get; init; }

    /// <summary>The HTTP status code of the response; 408 if there was none in time, null if the connection failed.</summary>
    public int? StatusCode { get; init; }

    /// <summary>What the registrant reads in self-service: the registrar's text if it sent one, otherwise a general text.</summary>
    public required string Message { get; init; }

    /// <summary>The registrar's page to which the registrant's browser is redirected; null unless the outcome is <see cref="DkFastTrackOutcome.Redirected"/>.</summary>
    public Uri? SessionUrl { get; init; }

    /// <summary>How the response violates the specification of fast-track transfer; null if it does not. The registrant does not read it.</summary>
    public string? Violation { get; init; }

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Registrant = ").Append(Registrant).Append(", Registrar = ").Append(Registrar).Append(", Outcome = ").Append(Outcome).Append(", StatusCode = ").Append(StatusCode);
        return true;
    }
}

/// <summary>The outcome of the call to a registrar's fast-track endpoint.</summary>
public enum DkFastTrackOutcome
{
    /// <summary>The registrar responded with a link, to which the registrant is redirected.</summary>
    Redirected,

    /// <summary>The registrar refused, or its endpoint failed: a status code other than 2xx and 3xx. The tokens are valid until they expire.</summary>
    Refused,

    /// <summary>The registrar's endpoint did not respond in time (also: status code 408), or could not be reached. The tokens are valid until they expire.</summary>
    NoResponse,

    /// <summary>The response has neither a usable link nor a refusal: no or another body, or status code 3xx. The tokens are valid until they expire.</summary>
    InvalidResponse,
}

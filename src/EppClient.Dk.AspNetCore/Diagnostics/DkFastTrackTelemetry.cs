namespace EppClient.Dk.AspNetCore;

/// <summary>The names of the metrics of fast-track transfers. Tags never contain domain names, handles or data of a registrant.</summary>
public static class DkFastTrackTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "EppClient.Dk.FastTrack";

    /// <summary>The registry's requests ({request}, counter), by <c>http.response.status_code</c>.</summary>
    public const string Requests = "epp.dk.fast_track.requests";

    /// <summary>The domains that have ended ({domain}, counter), by <c>epp.dk.state</c>: Transferred, Refused, Expired, Declined.</summary>
    public const string Domains = "epp.dk.fast_track.domains";

    /// <summary>The time from the registrant's acceptance to the transfer of a domain (s, histogram).</summary>
    public const string Duration = "epp.dk.fast_track.duration";
}

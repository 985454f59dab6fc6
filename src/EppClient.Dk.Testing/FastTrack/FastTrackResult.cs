using System.Net;
using System.Text.Json;

namespace EppClient.Dk.Testing.FastTrack;

/// <summary>What the registry makes of a response, by the specification of fast-track transfer (2026-07-01).</summary>
internal sealed record FastTrackResult(DkFastTrackOutcome Outcome, int? StatusCode, string Message, Uri? SessionUrl = null, string? Violation = null)
{
    private const string Success = "You are redirected to the registrar.";
    private const string Refusal = "The registrar cannot start this transfer. You can contact the registrar and use the token of the domain.";
    private const string Failure = "The registrar's service does not work at present. Try again later, or use the token of the domain.";
    private const string Silence = "The registrar did not respond. Try again later, or use the token of the domain.";

    public static FastTrackResult TimedOut { get; } = new(DkFastTrackOutcome.NoResponse, (int)HttpStatusCode.RequestTimeout, Silence);

    public static FastTrackResult Unreachable { get; } = new(DkFastTrackOutcome.NoResponse, null, Silence);

    /// <summary>Reads a response.</summary>
    /// <param name="status">Its status code.</param>
    /// <param name="body">Its body; null if it was too long.</param>
    public static FastTrackResult From(HttpStatusCode status, byte[]? body)
    {
        var code = (int)status;
        var content = Parse(body);
        return code switch
        {
            >= 200 and < 300 => Redirect(code, content),
            >= 300 and < 400 => new(DkFastTrackOutcome.InvalidResponse, code, Failure, Violation: $"The status code {code} is not in the specification: redirects are not followed."),
            >= 400 and < 500 => Refuse(code, content),
            _ => new(DkFastTrackOutcome.Refused, code, Failure),
        };
    }

    private static FastTrackResult Redirect(int code, FastTrackResponse? content)
    {
        if (Uri.TryCreate(content?.TransferSessionUrl, UriKind.Absolute, out var url) && FastTrackUrls.IsWeb(url))
        {
            return new(DkFastTrackOutcome.Redirected, code, Success, url, code == 200 ? null : $"The status code of a successful response must be 200, not {code}.");
        }

        var violation = content?.TransferSessionUrl is null
            ? "A successful response must have a JSON body with \"transfer_session_url\"."
            : "\"transfer_session_url\" must be an absolute URL with https.";
        return new(DkFastTrackOutcome.InvalidResponse, code, Failure, Violation: violation);
    }

    private static FastTrackResult Refuse(int code, FastTrackResponse? content)
    {
        var outcome = code == (int)HttpStatusCode.RequestTimeout ? DkFastTrackOutcome.NoResponse : DkFastTrackOutcome.Refused;
        if (content?.Error?.Trim() is { Length: > 0 } text)
        {
            return new(outcome, code, text);
        }

        var general = outcome == DkFastTrackOutcome.NoResponse ? Silence : Refusal;
        return new(outcome, code, general, Violation: $"A response with {code} must have a JSON body with \"error\", a text for the registrant.");
    }

    private static FastTrackResponse? Parse(byte[]? body)
    {
        try
        {
            return body is null ? null : JsonSerializer.Deserialize(body, FastTrackJson.Default.FastTrackResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

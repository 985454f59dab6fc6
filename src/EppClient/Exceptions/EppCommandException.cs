using EppClient.Protocol;
using EppClient.Sessions;

namespace EppClient;

/// <summary>The registry rejected the command, or the login before it. The session stays usable unless the code is 25xx.</summary>
public class EppCommandException : EppException
{
    private bool _isRateLimit;

    /// <summary>Creates the exception.</summary>
    /// <param name="response">The registry's response.</param>
    protected EppCommandException(EppResponse response)
        : this(response, Describe(response), EppDelivery.ResponseReceived, null)
    {
    }

    private protected EppCommandException(EppResponse response, string message, EppDelivery delivery, EppCommandException? cause)
        : base(message, cause)
    {
        Response = response;
        Delivery = delivery;
    }

    /// <summary>The registry's response: all results with their values and reasons, both transaction ids, and extensions.</summary>
    public EppResponse Response { get; }

    /// <summary>The code of the first result.</summary>
    public EppResultCode Code => Response.Code;

    /// <summary>All results.</summary>
    public IReadOnlyList<EppResult> Results => Response.Results;

    /// <summary>The client transaction id.</summary>
    public string? ClientTransactionId => Response.ClientTransactionId;

    /// <summary>The server transaction id, which the registry's support needs. Empty if the registry sent none.</summary>
    public string ServerTransactionId => Response.ServerTransactionId;

    /// <inheritdoc/>
    /// <remarks>True for 2400 and 2500, which are temporary failures of the registry, and for a login that exceeded a rate limit; otherwise false.</remarks>
    public override bool IsTransient => _isRateLimit || Code == EppResultCode.CommandFailed || Code == EppResultCode.CommandFailedClosingSession;

    /// <inheritdoc/>
    /// <remarks><see cref="EppDelivery.NotSent"/> if the registry rejected the login.</remarks>
    public override EppDelivery Delivery { get; }

    internal static EppCommandException For(EppResponse response) => new(response);

    /// <summary>Creates the exception for a command that needed a new session.</summary>
    /// <remarks>
    /// A response that reports too many commands, or that replaced another failure's code to end the session, says nothing about the number of
    /// sessions or the credentials.
    /// </remarks>
    internal static EppCommandException ForLogin(EppProfile profile, EppResponse response) =>
        profile.Limits.IsRateLimit(response) ? new EppCommandException(response, DescribeLogin(response), EppDelivery.NotSent, null) { _isRateLimit = true }
        : EppSessionLimitException.Explains(profile, response) ? new EppSessionLimitException(response, DescribeLogin(response))
        : EppAuthenticationException.Explains(profile, response.Results[0]) ? new EppAuthenticationException(response, DescribeLogin(response), null)
        : new EppCommandException(response, DescribeLogin(response), EppDelivery.NotSent, null);

    private static string DescribeLogin(EppResponse response)
    {
        var events = response.Extension<EppLoginSecurityData>()?.Events ?? [];
        return $"The login failed, so the command was not sent. {Describe(response)}"
            + (events.Count > 0 ? $" The registry reports: {string.Join("; ", events)}." : string.Empty);
    }

    private static string Describe(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var reasons = response.Results.SelectMany(r => r.Values).Where(v => v.Reason is not null).Select(v => v.ToString());
        return $"The registry responded with {string.Join("; ", response.Results)}"
            + string.Concat(reasons.Select(reason => $" [{reason}]"))
            + $" (clTRID {response.ClientTransactionId ?? "none"}, svTRID {(response.ServerTransactionId.Length > 0 ? response.ServerTransactionId : "none")}).";
    }
}

/// <summary>The registry rejected the user name or password at login (2200, 2501).</summary>
public sealed class EppAuthenticationException : EppCommandException, IAuthenticationFailure
{
    internal EppAuthenticationException(EppResponse response, string message, EppAuthenticationException? cause)
        : base(response, message, EppDelivery.NotSent, cause)
    {
    }

    /// <summary>The security events of the account, such as an expired password (RFC 8807); empty if the registry sent none.</summary>
    public IReadOnlyList<EppLoginEvent> LoginEvents => Response.Extension<EppLoginSecurityData>()?.Events ?? [];

    internal static bool Explains(EppProfile profile, EppResult result)
    {
        var original = BaseCodes.Of(profile, EppVerb.Login, result);
        return original == EppResultCode.AuthenticationError
            || (original == EppResultCode.AuthenticationErrorClosingSession && !BaseCodes.IsRewritten(profile, result));
    }

    EppException IAuthenticationFailure.NotRetried(string advice) => new EppAuthenticationException(Response, $"{advice} {Message}", this);
}

/// <summary>
/// The registry rejected a login because the account has too many sessions (2502), of this process or others. A pool with open sessions continues
/// with them; the caller gets this exception only if the pool has none.
/// </summary>
public sealed class EppSessionLimitException : EppCommandException, ISessionLimitFailure
{
    internal EppSessionLimitException(EppResponse response, string message)
        : base(response, $"{message} Close sessions elsewhere, lower EppPoolOptions.MaxSessions, or share the account's sessions through EppPoolOptions.Quota.", EppDelivery.NotSent, null)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <summary>Some registries respond with another error code and give the reason in the text.</summary>
    internal static bool Explains(EppProfile profile, EppResponse response) =>
        (response.Code == EppResultCode.SessionLimitClosingSession && !BaseCodes.IsRewritten(profile, response.Results[0])) || response.Results.Any(result => SpeaksOfLimit(result.Message));

    private static bool SpeaksOfLimit(string text) => Has(text, "session") && (Has(text, "limit") || Has(text, "too many") || Has(text, "maximum") || Has(text, "exceed"));

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

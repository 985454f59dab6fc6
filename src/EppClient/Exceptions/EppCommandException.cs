using EppClient.Protocol;
using EppClient.Sessions;

namespace EppClient;

/// <summary>The registry refused a command, or the login that had to come first. The session stays usable unless the code is 25xx.</summary>
public class EppCommandException : EppException
{
    private bool _isRateLimit;

    /// <summary>Creates the exception.</summary>
    /// <param name="response">The registry's answer.</param>
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

    /// <summary>The registry's answer: all results with their values and reasons, both transaction ids, and extensions.</summary>
    public EppResponse Response { get; }

    /// <summary>The code of the first result.</summary>
    public EppResultCode Code => Response.Code;

    /// <summary>All results.</summary>
    public IReadOnlyList<EppResult> Results => Response.Results;

    /// <summary>The client's transaction id.</summary>
    public string? ClientTransactionId => Response.ClientTransactionId;

    /// <summary>The registry's transaction id, which its support needs. Empty if the registry sent none.</summary>
    public string ServerTransactionId => Response.ServerTransactionId;

    /// <inheritdoc/>
    /// <remarks>2400 and 2500 are faults of the registry that may pass, and so is a login that came too soon; all else is an answer.</remarks>
    public override bool IsTransient => _isRateLimit || Code == EppResultCode.CommandFailed || Code == EppResultCode.CommandFailedClosingSession;

    /// <inheritdoc/>
    /// <remarks>Not sent, where it was the login that the registry refused.</remarks>
    public override EppDelivery Delivery { get; }

    internal static EppCommandException For(EppResponse response) => new(response);

    /// <summary>For the caller of a command for which a session was to be opened.</summary>
    /// <remarks>
    /// What says that there were too many commands, or takes the code of another failure to end the session, says nothing of the number
    /// of sessions and nothing of the credentials.
    /// </remarks>
    internal static EppCommandException ForLogin(EppProfile profile, EppResponse response) =>
        profile.Limits.IsRateLimit(response) ? new EppCommandException(response, DescribeLogin(response), EppDelivery.NotSent, null) { _isRateLimit = true }
        : EppSessionLimitException.Explains(profile, response) ? new EppSessionLimitException(response, DescribeLogin(response))
        : EppAuthenticationException.Explains(profile, response.Results[0]) ? new EppAuthenticationException(response, DescribeLogin(response), null)
        : new EppCommandException(response, DescribeLogin(response), EppDelivery.NotSent, null);

    private static string DescribeLogin(EppResponse response)
    {
        var events = response.Extension<EppLoginSecurityData>()?.Events ?? [];
        return $"The login failed, so that the command was not sent. {Describe(response)}"
            + (events.Count > 0 ? $" The registry says: {string.Join("; ", events)}." : string.Empty);
    }

    private static string Describe(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var reasons = response.Results.SelectMany(r => r.Values).Where(v => v.Reason is not null).Select(v => v.ToString());
        return $"The registry answered {string.Join("; ", response.Results)}"
            + string.Concat(reasons.Select(reason => $" [{reason}]"))
            + $" (clTRID {response.ClientTransactionId ?? "none"}, svTRID {(response.ServerTransactionId.Length > 0 ? response.ServerTransactionId : "none")}).";
    }
}

/// <summary>The registry refused the user name or password at login (2200, 2501).</summary>
public sealed class EppAuthenticationException : EppCommandException, IAuthenticationFailure
{
    internal EppAuthenticationException(EppResponse response, string message, EppAuthenticationException? cause)
        : base(response, message, EppDelivery.NotSent, cause)
    {
    }

    /// <summary>What the registry says about the security of the account, such as that the password has expired (RFC 8807); empty where it says nothing.</summary>
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
/// The registry refused a login because the account has too many sessions (2502), of this process or others. A pool that has
/// sessions makes do with them; this comes to the caller where it has none.
/// </summary>
public sealed class EppSessionLimitException : EppCommandException, ISessionLimitFailure
{
    internal EppSessionLimitException(EppResponse response, string message)
        : base(response, $"{message} Close sessions elsewhere, lower EppPoolOptions.MaxSessions, or share the account's sessions through EppOptions.SessionQuota.", EppDelivery.NotSent, null)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <summary>Some registries answer with another code of failure, and say in the text what they mean.</summary>
    internal static bool Explains(EppProfile profile, EppResponse response) =>
        (response.Code == EppResultCode.SessionLimitClosingSession && !BaseCodes.IsRewritten(profile, response.Results[0])) || response.Results.Any(result => SpeaksOfLimit(result.Message));

    private static bool SpeaksOfLimit(string text) => Has(text, "session") && (Has(text, "limit") || Has(text, "too many") || Has(text, "maximum") || Has(text, "exceed"));

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

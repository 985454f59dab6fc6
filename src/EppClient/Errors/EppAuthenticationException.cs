using EppClient.Protocol;
using EppClient.Sessions;

namespace EppClient;

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

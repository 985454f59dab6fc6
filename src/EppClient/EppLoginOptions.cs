using System.Text;

namespace EppClient;

/// <summary>How a pool logs in.</summary>
public sealed record EppLoginOptions
{
    /// <summary>
    /// A new password: the first login changes the registry's record to it (RFC 5730, section 2.9.1.1), later logins of the
    /// pool use it. Store it before the pool is created. Default: null, no change. Never logged.
    /// </summary>
    public string? NewPassword { get; init; }

    /// <summary>
    /// When to log in by RFC 8807: passwords of more than 16 characters, and security events. Default: if the greeting offers it. A
    /// password of more than 16 characters is never shortened: if the registry does not accept it, the login fails before it is sent.
    /// </summary>
    public EppLoginSecurity Security { get; init; }

    /// <summary>What registries that support RFC 8807 learn about this client. Default: library, .NET and kind of operating system. Null sends nothing.</summary>
    public EppUserAgent? UserAgent { get; init; } = EppUserAgent.Default;

    /// <summary>
    /// The language of the registry's texts, such as <c>da</c>; sent unchanged. Default: null, English if the greeting offers it in any
    /// form, such as <c>en-US</c>, otherwise the first language that the greeting offers.
    /// </summary>
    public string? Language { get; init; }

    internal void Validate(OptionFaults faults)
    {
        if (Language is not null)
        {
            faults.Require(Language, "EppLoginOptions.Language");
        }

        faults.RequireDefined("EppLoginOptions.Security", Security);
        UserAgent?.Validate(faults);
    }

    // ToString shows all options except the password.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(nameof(NewPassword)).Append(" = ").Append(NewPassword is null ? "null" : "***")
            .Append(", ").Append(nameof(Security)).Append(" = ").Append(Security)
            .Append(", ").Append(nameof(UserAgent)).Append(" = ").Append(UserAgent)
            .Append(", ").Append(nameof(Language)).Append(" = ").Append(Language);
        return true;
    }
}

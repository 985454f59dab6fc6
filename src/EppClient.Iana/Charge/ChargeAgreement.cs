using EppClient.Xml;

namespace EppClient.Iana.Charge;

/// <summary>
/// What the client agrees to pay for a command on a domain name that is not of the standard category. Without it, or where the
/// registry wants something else, the command fails.
/// </summary>
[EppElement(IanaNamespaces.Charge, "agreement")]
public sealed partial record ChargeAgreement
{
    /// <summary>Agrees to what a check command has told of a name.</summary>
    /// <param name="name">What was told.</param>
    public static ChargeAgreement To(ChargeCheckItem name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new ChargeAgreement(name.Sets);
    }
}

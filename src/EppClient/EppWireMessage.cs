using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>A message on the wire, for people to read: passwords, tokens and personal data are masked.</summary>
/// <param name="IsSent">Whether it went to the registry; otherwise it came from there.</param>
/// <param name="Xml">The message, redacted, without the frame header.</param>
public sealed record EppWireMessage(bool IsSent, string Xml)
{
    /// <summary>
    /// What a command would be on the wire, without a connection: where the registry offers all that the profile knows, in the newest
    /// versions. For dry runs and for tests of your own code.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="profile">What is particular to the registry.</param>
    /// <param name="clientTransactionId">The transaction id to show. Default: <c>not-sent</c>.</param>
    /// <exception cref="EppValidationException">The command breaks a rule of its schema or of the registry.</exception>
    public static EppWireMessage Preview(IEppCommand command, EppProfile profile, string clientTransactionId = "not-sent")
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(profile);
        var document = MessageWriter.Command(command, command.Extensions, profile.Dialect, clientTransactionId);
        CheckLimit.Require(profile.Limits, command, document);
        return new EppWireMessage(IsSent: true, new WireRedactor(new EppSchemaSet([.. profile.Schemas])).Redact(document, profile.Dialect));
    }
}

using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>The second e-mail address of a contact, on create and update and in the response to info (RFC 9873).</summary>
[EppElement(EppNamespaces.AdditionalEmail, "addlEmail")]
public sealed partial record AdditionalEmail
{
    /// <summary>Removes the second e-mail address.</summary>
    public static AdditionalEmail None { get; } = new(string.Empty);
}

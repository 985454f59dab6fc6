namespace EppClient;

/// <summary>A message on the wire, as <see cref="EppOptions.WireListener"/> is shown it, or as <see cref="EppClient.EppProfile.Preview"/> foretells it.</summary>
/// <param name="IsSent">Whether this side sent it.</param>
/// <param name="Xml">The document, indented, with passwords, tokens and personal data masked as <c>***</c>.</param>
public sealed record EppWireMessage(bool IsSent, string Xml);

namespace EppClient;

/// <summary>A message on the wire, as passed to <see cref="EppObservabilityOptions.WireListener"/> or returned by <see cref="EppClient.EppProfile.Preview"/>.</summary>
/// <param name="IsSent">Whether the client sent it.</param>
/// <param name="Xml">The document, indented, with passwords, tokens and personal data masked as <c>***</c>.</param>
public sealed record EppWireMessage(bool IsSent, string Xml);

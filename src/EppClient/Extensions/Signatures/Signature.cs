using EppClient.Xml;

namespace EppClient.Extensions.Signatures;

/// <summary>A signature: what was signed, the value, and the key (W3C, XML-Signature Syntax and Processing, section 4.1).</summary>
[EppElement(EppNamespaces.XmlSignature, "Signature")]
public sealed partial record Signature;

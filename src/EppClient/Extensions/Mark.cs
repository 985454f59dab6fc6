using EppClient.Xml;

namespace EppClient.Extensions;

/// <summary>A mark with its protection: trademarks, treaties and statutes, courts (RFC 7848, section 2).</summary>
[EppElement(EppNamespaces.Mark, "mark")]
public sealed partial record Mark;

/// <summary>A mark with the signature of its validator (RFC 7848, section 2).</summary>
/// <remarks>Writing it may invalidate the signature; to forward a signed mark, use <see cref="EncodedSignedMark"/>.</remarks>
[EppElement(EppNamespaces.SignedMark, "signedMark")]
public sealed partial record SignedMark;

/// <summary>A signed mark in Base64, which preserves the signature in transit (RFC 7848, section 2).</summary>
[EppElement(EppNamespaces.SignedMark, "encodedSignedMark")]
public sealed partial record EncodedSignedMark
{
    /// <summary>Creates an instance from the encoded text.</summary>
    /// <param name="text">The signed mark in Base64, as in the file of the Trademark Clearinghouse.</param>
    public EncodedSignedMark(string text) => Text = text;
}

/// <summary>A signature: what was signed, the value, and the key (W3C, XML-Signature Syntax and Processing, section 4.1).</summary>
[EppElement(EppNamespaces.XmlSignature, "Signature")]
public sealed partial record Signature;

using EppClient.Xml;

namespace EppClient.Extensions.Marks;

/// <summary>A mark with the signature of its validator (RFC 7848, section 2).</summary>
/// <remarks>Writing it again may break the signature; to hand a signed mark on, use <see cref="EncodedSignedMark"/>.</remarks>
[EppElement(EppNamespaces.SignedMark, "signedMark")]
public sealed partial record SignedMark;

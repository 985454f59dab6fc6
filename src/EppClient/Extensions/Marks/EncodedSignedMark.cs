using EppClient.Xml;

namespace EppClient.Extensions.Marks;

/// <summary>A signed mark in Base64, so that nothing on its way breaks the signature (RFC 7848, section 2).</summary>
[EppElement(EppNamespaces.SignedMark, "encodedSignedMark")]
public sealed partial record EncodedSignedMark
{
    /// <summary>Takes the encoded text.</summary>
    /// <param name="text">The signed mark in Base64, as it stands in the file of the Trademark Clearinghouse.</param>
    public EncodedSignedMark(string text) => Text = text;
}

using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>What a deletion cost or earned back (RFC 8748, section 5.2.2).</summary>
[EppElement(EppNamespaces.Fee, "delData")]
public sealed partial record FeeDeleteResult;

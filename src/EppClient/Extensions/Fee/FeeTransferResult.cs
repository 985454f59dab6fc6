using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>What a transfer costs (RFC 8748, sections 5.1.2 and 5.2.4).</summary>
[EppElement(EppNamespaces.Fee, "trnData")]
public sealed partial record FeeTransferResult;

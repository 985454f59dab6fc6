using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>The two identifiers of a transaction: the client's and the server's (RFC 5730, section 2.5).</summary>
[EppType(EppNamespaces.Epp, "trIDType")]
public sealed partial record EppTransactionId
{
    /// <summary>The registry's id; null where it cannot be read.</summary>
    internal string? ServerTransactionIdOrNull => _serverTransactionId;
}

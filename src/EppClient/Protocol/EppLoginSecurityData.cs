using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>What the registry says, in its answer to a login, about the security of the account (RFC 8807, section 4.1).</summary>
[EppElement(EppNamespaces.LoginSecurity, "loginSecData")]
public sealed partial record EppLoginSecurityData;

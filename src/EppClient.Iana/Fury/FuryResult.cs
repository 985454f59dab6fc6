using EppClient.Xml;

namespace EppClient.Iana.Fury;

/// <summary>The platform's own result code, which comes with the answer to any command and tells more than that of RFC 5730.</summary>
[EppExtensionGroup(IanaNamespaces.Fury, "domain:create", Response = true)]
public sealed partial record FuryResult;

using EppClient.Xml;

namespace EppClient.Iana.IdnLang;

/// <summary>The language of an internationalized domain name.</summary>
[EppExtensionGroup(IanaNamespaces.IdnLang, "domain:info", Response = true)]
public sealed partial record IdnLangInfoResult;

using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>The language of an internationalized domain name to register; the registry requires it for such names.</summary>
[EppExtensionGroup(IanaNamespaces.IdnLang, "domain:create")]
public sealed partial record IdnLangCreate
{
    /// <summary>Creates the extension.</summary>
    /// <param name="tag">The language or script of the name, such as FRE or CHI.</param>
    [SetsRequiredMembers]
    public IdnLangCreate(string tag) => Tag = tag;
}

/// <summary>The language of an internationalized domain name.</summary>
[EppExtensionGroup(IanaNamespaces.IdnLang, "domain:info", Response = true)]
public sealed partial record IdnLangInfoResult;

using EppClient.Xml;

namespace EppClient.Extensions.Marks;

/// <summary>A mark with everything that protects it: trademarks, treaties and statutes, courts (RFC 7848, section 2).</summary>
[EppElement(EppNamespaces.Mark, "mark")]
public sealed partial record Mark;
